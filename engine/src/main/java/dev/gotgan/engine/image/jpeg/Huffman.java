package dev.gotgan.engine.image.jpeg;

/// One Huffman table (ITU T.81, annex C and F.2.2.3): codes grow by length, so a code is found by its length's bounds.
final class Huffman {
    private final int[] firstCode = new int[17];
    private final int[] firstIndex = new int[17];
    private final int[] count = new int[17];
    private final byte[] symbols;

    /// @param dht    holds 16 counts and then the symbols
    /// @param offset where the counts begin
    Huffman(byte[] dht, int offset) {
        int code = 0;
        int index = 0;
        for (int length = 1; length <= 16; length++) {
            count[length] = dht[offset + length - 1] & 0xFF;
            firstCode[length] = code;
            firstIndex[length] = index;
            index += count[length];
            code = (code + count[length]) << 1;
        }
        symbols = new byte[index];
        System.arraycopy(dht, offset + 16, symbols, 0, index);
    }

    /// Bytes that the table takes in its segment, without the id.
    int length() {
        return 16 + symbols.length;
    }

    int decode(Bits bits) {
        int code = 0;
        for (int length = 1; length <= 16; length++) {
            code = code << 1 | bits.next();
            int within = code - firstCode[length];
            if (within >= 0 && within < count[length]) {
                return symbols[firstIndex[length] + within] & 0xFF;
            }
        }
        throw new ScanBroken();
    }
}
