package dev.gotgan.engine.archive;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// A moving part of a [SpoolFile] in memory, with little-endian numbers: read in order it costs one large read
/// per filling, read here and there small ones. For one thread.
public final class Window {
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int SMALL = 1 << 12;

    private final SpoolFile file;
    private byte[] bytes;
    private long start;
    private int filled;

    /// A window of `capacity` bytes, less for a shorter file; it grows to the longest piece that is asked for.
    public Window(SpoolFile file, int capacity) {
        this.file = file;
        this.bytes = new byte[Math.clamp(file.length(), 1, capacity)];
    }

    public SpoolFile file() {
        return file;
    }

    public byte[] bytes() {
        return bytes;
    }

    /// The index in [#bytes] of what stands at `position`, with `length` bytes from there on; valid until the
    /// next call.
    ///
    /// @throws ArchiveRefused if the file ends before that
    public int at(long position, int length) throws IOException {
        if (position < start || position + length > start + filled) {
            fill(position, length);
        }
        return (int) (position - start);
    }

    /// How many bytes from `position` on are in [#bytes] already.
    public int ready(long position) {
        return position < start ? 0 : (int) Math.max(0, start + filled - position);
    }

    public int u8(int index) {
        return bytes[index] & 0xFF;
    }

    public int u16(int index) {
        return (short) SHORT.get(bytes, index) & 0xFFFF;
    }

    public long u32(int index) {
        return (int) INT.get(bytes, index) & 0xFFFF_FFFFL;
    }

    public long i64(int index) {
        return (long) LONG.get(bytes, index);
    }

    private void fill(long position, int length) throws IOException {
        if (length > bytes.length) {
            bytes = Arrays.copyOf(bytes, length);
        }
        boolean onward = position >= start && position <= start + filled;
        boolean inOrder = onward || filled == 0;
        int kept = 0;
        if (onward) {
            kept = (int) (start + filled - position);
            System.arraycopy(bytes, (int) (position - start), bytes, 0, kept);
        }
        int room = inOrder ? bytes.length : Math.min(bytes.length, Math.max(length, SMALL));
        start = position;
        filled = kept + file.read(position + kept, bytes, kept, room - kept);
        if (filled < length) {
            throw ArchiveRefusal.ARCHIVE_TRUNCATED.because("the file ends in the middle; send it again");
        }
    }
}
