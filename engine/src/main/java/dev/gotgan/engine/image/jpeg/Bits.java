package dev.gotgan.engine.image.jpeg;

/// The bits of one scan: `FF 00` is a byte FF, restart markers are passed over, any other marker ends them.
final class Bits {
    private final byte[] bytes;
    private int at;
    private int current;
    private int left;

    Bits(byte[] bytes, int at) {
        this.bytes = bytes;
        this.at = at;
    }

    int next() {
        if (left == 0) {
            load();
        }
        left--;
        return current >> left & 1;
    }

    int next(int n) {
        int value = 0;
        for (int i = 0; i < n; i++) {
            value = value << 1 | next();
        }
        return value;
    }

    /// Behind the scan's last whole byte.
    int position() {
        return at;
    }

    /// Passes over the restart marker that stands here.
    void restart() {
        left = 0;
        while (at + 1 < bytes.length && bytes[at] == (byte) 0xFF && bytes[at + 1] == (byte) 0xFF) {
            at++;
        }
        if (at + 1 >= bytes.length || bytes[at] != (byte) 0xFF || (bytes[at + 1] & 0xF8) != 0xD0) {
            throw new ScanBroken();
        }
        at += 2;
    }

    private void load() {
        if (at >= bytes.length) {
            throw new ScanBroken();
        }
        current = bytes[at++] & 0xFF;
        left = 8;
        if (current == 0xFF) {
            if (at >= bytes.length || bytes[at] != 0) {
                throw new ScanBroken();
            }
            at++;
        }
    }
}
