package dev.gotgan.engine.format.folder;

import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.facts.ImageFacts;
import dev.gotgan.engine.format.RangeStream;
import dev.gotgan.engine.image.Ranges;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/// A local image of which, most often, only the ends are read. One object looks at one image after the other.
final class LocalImage implements Ranges {
    private static final int HEAD = 8192;
    private static final int TAIL = 2048;
    private static final int HASHED = 2048;

    private final byte[] head = new byte[HEAD];
    private final byte[] tail = new byte[TAIL];
    private int headLength;
    private int tailLength;
    private @Nullable FileRanges file;

    /// Takes the ends of `file`, which stays open until the next one is looked at.
    void look(FileRanges file) throws IOException {
        this.file = file;
        long size = file.size();
        headLength = file.fill(head, 0, (int) Math.min(size, HEAD));
        tailLength = file.fill(tail, Math.max(headLength, size - TAIL), (int) Math.min(size - headLength, TAIL));
    }

    @Override
    public long size() {
        return file().size();
    }

    @Override
    public int read(long at, byte[] into, int offset, int length) throws IOException {
        if (at < headLength) {
            return copy(head, headLength, (int) at, into, offset, length);
        }
        long fromTail = at - (size() - tailLength);
        return fromTail >= 0 && fromTail < tailLength
                ? copy(tail, tailLength, (int) fromTail, into, offset, length)
                : file().read(at, into, offset, length);
    }

    /* Two files are taken for one content when their length, first and last 2 KiB are equal. The end of a compressed
    picture depends on all of it; of the others the whole file is hashed. This is only ever used to find the same
    picture in two splits of a folder that is being looked at, never as an address. */
    Sha256 identity(ImageFacts facts, MessageDigest digest) throws IOException {
        return switch (facts.kind()) {
            case JPEG, PNG, WEBP, AVIF, HEIC -> ofEnds(digest);
            case GIF, BMP, TIFF, OTHER -> Sha256.hash(new RangeStream(this));
        };
    }

    private Sha256 ofEnds(MessageDigest digest) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(size()).array());
        digest.update(head, 0, Math.min(headLength, HASHED));
        digest.update(tail, 0, tailLength);
        return Sha256.of(digest.digest());
    }

    private FileRanges file() {
        if (file == null) {
            throw new IllegalStateException("no image was looked at");
        }
        return file;
    }

    private static int copy(byte[] from, int end, int at, byte[] into, int offset, int length) {
        int n = Math.min(length, end - at);
        System.arraycopy(from, at, into, offset, n);
        return n;
    }
}
