package dev.gotgan.engine.wire;

import dev.gotgan.engine.content.ContentSource;
import dev.gotgan.engine.content.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/// What a request carries: `length` bytes that hash to `sha256`, opened at most once for each sending.
///
/* The last block is held back until the whole was hashed and the source has ended. So bytes that are not those announced
never arrive complete, and no store, however careless with checksums, keeps them. */
public record Body(long length, Sha256 sha256, ContentSource bytes) {
    /// No bytes at all.
    public static final Body NONE = new Body(0, Sha256.EMPTY, InputStream::nullInputStream);

    private static final int BLOCK = 1 << 16;

    /// Writes all, or throws before the last block.
    ///
    /// @throws WireException.NotAnnounced   the bytes are not `length` long or do not hash to `sha256`
    /// @throws UncheckedIOException         they could not be read; whatever else the source throws passes as it is
    /// @throws IOException                  `out` failed
    void writeTo(OutputStream out) throws IOException {
        var digest = Sha256.newDigest();
        try (var in = open()) {
            var block = new byte[(int) Math.min(BLOCK, length + 1)];
            var ahead = new byte[block.length];
            int held = fill(in, block, length + 1);
            long seen = held;
            digest.update(block, 0, held);
            while (held == BLOCK && seen <= length) {
                int more = fill(in, ahead, length + 1 - seen);
                if (more == 0) {
                    break;
                }
                digest.update(ahead, 0, more);
                seen += more;
                if (seen > length) {
                    break;
                }
                out.write(block, 0, held);
                var spare = block;
                block = ahead;
                ahead = spare;
                held = more;
            }
            if (seen != length || !Sha256.of(digest.digest()).equals(sha256)) {
                throw new WireException.NotAnnounced(length, sha256);
            }
            out.write(block, 0, held);
        }
    }

    /// `head` and all bytes behind it.
    ///
    /// @throws WireException.NotAnnounced   as [#writeTo] does
    /// @throws UncheckedIOException         likewise
    byte[] behind(byte[] head) throws WireException.NotAnnounced {
        int size = (int) length;
        var whole = Arrays.copyOf(head, head.length + size);
        try (var in = open()) {
            int read = in.readNBytes(whole, head.length, size);
            boolean ended = read < size || in.read() < 0;
            var digest = Sha256.newDigest();
            digest.update(whole, head.length, read);
            if (read != size || !ended || !Sha256.of(digest.digest()).equals(sha256)) {
                throw new WireException.NotAnnounced(length, sha256);
            }
        } catch (WireException.NotAnnounced e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return whole;
    }

    private InputStream open() {
        try {
            return bytes.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int fill(InputStream in, byte[] block, long most) {
        try {
            return in.readNBytes(block, 0, (int) Math.min(block.length, most));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
