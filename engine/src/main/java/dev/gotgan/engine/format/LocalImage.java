package dev.gotgan.engine.format;

import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.facts.ImageFacts;
import dev.gotgan.engine.image.Ranges;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// A local image of which, most often, only the ends are read.
final class LocalImage implements Ranges {
    private static final int HEAD = 8192;
    private static final int TAIL = 2048;
    private static final int HASHED = 2048;

    private final Ranges file;
    private final byte[] head;
    private final byte[] tail;

    LocalImage(Ranges file) throws IOException {
        this.file = file;
        long size = file.size();
        this.head = block(file, 0, (int) Math.min(size, HEAD));
        this.tail = block(file, Math.max(head.length, size - TAIL), (int) Math.min(size - head.length, TAIL));
    }

    @Override
    public long size() throws IOException {
        return file.size();
    }

    @Override
    public int read(long at, byte[] into, int offset, int length) throws IOException {
        if (at < head.length) {
            return copy(head, (int) at, into, offset, length);
        }
        long fromTail = at - (file.size() - tail.length);
        return fromTail >= 0 && fromTail < tail.length
                ? copy(tail, (int) fromTail, into, offset, length)
                : file.read(at, into, offset, length);
    }

    /* Two files are taken for one content when their length, first and last 2 KiB are equal. The end of a compressed
    picture depends on all of it; of the others the whole file is hashed. This is only ever used to find the same
    picture in two splits of a folder that is being looked at, never as an address. */
    Sha256 identity(ImageFacts facts) throws IOException {
        return switch (facts.kind()) {
            case JPEG, PNG, WEBP, AVIF, HEIC -> ofEnds();
            case GIF, BMP, TIFF, OTHER -> Sha256.hash(new RangeStream(this));
        };
    }

    private Sha256 ofEnds() throws IOException {
        var digest = Sha256.newDigest();
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(size()).array());
        digest.update(head, 0, Math.min(head.length, HASHED));
        digest.update(tail);
        return Sha256.of(digest.digest());
    }

    private static int copy(byte[] from, int at, byte[] into, int offset, int length) {
        int n = Math.min(length, from.length - at);
        System.arraycopy(from, at, into, offset, n);
        return n;
    }

    private static byte[] block(Ranges file, long at, int length) throws IOException {
        var block = new byte[Math.max(0, length)];
        int have = 0;
        for (int n; have < block.length && (n = file.read(at + have, block, have, block.length - have)) > 0; ) {
            have += n;
        }
        return have == block.length ? block : Arrays.copyOf(block, have);
    }
}
