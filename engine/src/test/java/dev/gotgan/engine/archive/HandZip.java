package dev.gotgan.engine.archive;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// A zip made by hand, so that every field can lie.
final class HandZip {
    private final List<Entry> entries = new ArrayList<>();
    private UnaryOperator<End> lie = end -> end;
    private byte[] front = {};
    private byte[] beforeDirectory = {};
    private boolean reversed;

    /// What the directory says; the local header says the same unless it is given another.
    record Fields(String name, int flags, int method, long crc, long packed, long size, String extra) {
        Fields named(String other) {
            return new Fields(other, flags, method, crc, packed, size, extra);
        }

        Fields flagged(int more) {
            return new Fields(name, flags | more, method, crc, packed, size, extra);
        }

        Fields method(int other) {
            return new Fields(name, flags, other, crc, packed, size, extra);
        }

        Fields numbers(long otherCrc, long otherPacked, long otherSize) {
            return new Fields(name, flags, method, otherCrc, otherPacked, otherSize, extra);
        }

        Fields extra(byte[] other) {
            return new Fields(name, flags, method, crc, packed, size, latin(other));
        }
    }

    record Entry(Fields central, Fields local, String data, String behind, int mode) {}

    record End(int disk, int entriesHere, int entries, long size, long at, String comment) {}

    static HandZip with(String name, String text) {
        return new HandZip().add(name, text);
    }

    HandZip add(String name, String text) {
        return add(name, text, fields -> fields, fields -> fields);
    }

    HandZip add(String name, String text, UnaryOperator<Fields> central, UnaryOperator<Fields> local) {
        byte[] plain = raw(text);
        return raw(stored(name, plain), plain, new byte[0], central, local);
    }

    /// An entry deflated from `text`, with `behind` after its data.
    HandZip deflated(
            String name, String text, byte[] behind, UnaryOperator<Fields> central, UnaryOperator<Fields> local) {
        byte[] plain = raw(text);
        byte[] packed = deflate(plain);
        var fields = stored(name, plain).method(8).numbers(crc(plain), packed.length, plain.length);
        return raw(fields, packed, behind, central, local);
    }

    HandZip raw(Fields fields, byte[] data, byte[] behind, UnaryOperator<Fields> central, UnaryOperator<Fields> local) {
        entries.add(new Entry(central.apply(fields), local.apply(fields), latin(data), latin(behind), 0x81a4));
        return this;
    }

    HandZip mode(int mode) {
        var last = entries.removeLast();
        entries.add(new Entry(last.central, last.local, last.data, last.behind, mode));
        return this;
    }

    HandZip lie(UnaryOperator<End> other) {
        lie = other;
        return this;
    }

    HandZip front(String bytes) {
        front = raw(bytes);
        return this;
    }

    HandZip beforeDirectory(String bytes) {
        beforeDirectory = raw(bytes);
        return this;
    }

    HandZip reversed() {
        reversed = true;
        return this;
    }

    byte[] bytes() {
        var out = new ByteArrayOutputStream();
        out.writeBytes(front);
        var directory = new ArrayList<byte[]>();
        for (var entry : entries) {
            directory.add(central(entry, out.size()));
            out.writeBytes(local(entry.local));
            out.writeBytes(raw(entry.data));
            out.writeBytes(raw(entry.behind));
        }
        out.writeBytes(beforeDirectory);
        if (reversed) {
            Collections.reverse(directory);
        }
        int at = out.size();
        directory.forEach(out::writeBytes);
        out.writeBytes(end(lie.apply(new End(0, entries.size(), entries.size(), out.size() - at, at, ""))));
        return out.toByteArray();
    }

    /// Bytes as a string, one a character.
    static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    static byte[] raw(String latin) {
        return latin.getBytes(StandardCharsets.ISO_8859_1);
    }

    static long crc(byte[] bytes) {
        var crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }

    static byte[] deflate(byte[] plain) {
        var deflater = new Deflater(9, true);
        deflater.setInput(plain);
        deflater.finish();
        byte[] packed = new byte[plain.length + 100];
        int n = deflater.deflate(packed);
        deflater.end();
        return Arrays.copyOf(packed, n);
    }

    static byte[] little(int bytes, long... numbers) {
        var out = ByteBuffer.allocate(bytes * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        for (long number : numbers) {
            switch (bytes) {
                case 2 -> out.putShort((short) number);
                case 4 -> out.putInt((int) number);
                default -> out.putLong(number);
            }
        }
        return out.array();
    }

    /// An extra field.
    static byte[] extra(int id, byte[]... parts) {
        var body = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            body.writeBytes(part);
        }
        var out = new ByteArrayOutputStream();
        out.writeBytes(little(2, id, body.size()));
        out.writeBytes(body.toByteArray());
        return out.toByteArray();
    }

    private static Fields stored(String name, byte[] plain) {
        return new Fields(name, 0, 0, crc(plain), plain.length, plain.length, "");
    }

    private static byte[] local(Fields fields) {
        byte[] name = fields.name.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(30 + name.length + fields.extra.length())
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0x04034b50)
                .putShort((short) 20)
                .putShort((short) fields.flags)
                .putShort((short) fields.method)
                .putInt(0)
                .putInt((int) fields.crc)
                .putInt((int) fields.packed)
                .putInt((int) fields.size)
                .putShort((short) name.length)
                .putShort((short) fields.extra.length())
                .put(name)
                .put(raw(fields.extra))
                .array();
    }

    private static byte[] central(Entry entry, int at) {
        var fields = entry.central;
        byte[] name = fields.name.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(46 + name.length + fields.extra.length())
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0x02014b50)
                .putShort((short) ((3 << 8) | 20))
                .putShort((short) 20)
                .putShort((short) fields.flags)
                .putShort((short) fields.method)
                .putInt(0)
                .putInt((int) fields.crc)
                .putInt((int) fields.packed)
                .putInt((int) fields.size)
                .putShort((short) name.length)
                .putShort((short) fields.extra.length())
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(entry.mode << 16)
                .putInt(at)
                .put(name)
                .put(raw(fields.extra))
                .array();
    }

    private static byte[] end(End end) {
        return ByteBuffer.allocate(22 + end.comment.length())
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0x06054b50)
                .putShort((short) end.disk)
                .putShort((short) end.disk)
                .putShort((short) end.entriesHere)
                .putShort((short) end.entries)
                .putInt((int) end.size)
                .putInt((int) end.at)
                .putShort((short) end.comment.length())
                .put(raw(end.comment))
                .array();
    }
}
