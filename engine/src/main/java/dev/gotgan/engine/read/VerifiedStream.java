package dev.gotgan.engine.read;

import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.content.Sha256;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/// Hashes what passes and holds the last block back until the whole is proved: a reader of wrong bytes never
/// gets to
/// the end, whatever it does with an exception.
final class VerifiedStream extends FilterInputStream {
    private static final int BLOCK = 1 << 16;

    private final FileEntry file;
    private final MessageDigest digest = Sha256.newDigest();
    private byte[] block = new byte[BLOCK];
    private byte[] ahead = new byte[BLOCK];
    private int at;
    private int length;
    private int aheadLength;

    VerifiedStream(InputStream bytes, FileEntry file) throws IOException {
        super(bytes);
        this.file = file;
        advance();
        advance();
    }

    /// The block read ahead becomes the current one; the next is read, or at the end the whole is judged.
    private void advance() throws IOException {
        var spare = block;
        block = ahead;
        length = aheadLength;
        at = 0;
        ahead = spare;
        aheadLength = in.readNBytes(ahead, 0, BLOCK);
        digest.update(ahead, 0, aheadLength);
        if (aheadLength == 0 && length > 0 && !Sha256.of(digest.digest()).equals(file.sha256())) {
            length = 0;
            throw new IOException("the stored bytes of " + file.path() + " are not those that were committed");
        }
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int wanted) throws IOException {
        if (wanted == 0) {
            return 0;
        }
        if (at == length && length > 0) {
            advance();
        }
        if (length == 0) {
            return -1;
        }
        int n = Math.min(wanted, length - at);
        System.arraycopy(block, at, into, offset, n);
        at += n;
        return n;
    }

    @Override
    public long skip(long n) throws IOException {
        return readNBytes((int) Math.min(n, BLOCK)).length;
    }

    @Override
    public int available() {
        return length - at;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
