package dev.gotgan.engine.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gotgan.engine.content.PathRefused;
import dev.gotgan.engine.content.door.PathDoor;
import dev.gotgan.engine.format.Pictures;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// A few files in one run of bytes, as a fuzzer can mutate them: each is its path, a line feed and its content;
/// [#SEPARATOR] stands between two. An image without content is an honest picture.
final class SmallDataset {
    static final String SEPARATOR = "\0\f\0";

    private static final int MOST_FILES = 64;
    private static final List<byte[]> PICTURES = IntStream.range(0, 8)
            .mapToObj(i -> i % 2 == 0 ? Pictures.png(32 + i, 24) : Pictures.jpeg(64, 48 + i))
            .toList();

    private SmallDataset() {}

    @SuppressWarnings("ArrayRecordComponent")
    record File(String path, byte[] bytes) {}

    static List<File> unpack(byte[] input) {
        var files = new ArrayList<File>();
        var door = new PathDoor();
        for (String part : new String(input, ISO_8859_1).split(SEPARATOR, MOST_FILES)) {
            int end = part.indexOf('\n');
            String path = new String((end < 0 ? part : part.substring(0, end)).getBytes(ISO_8859_1), UTF_8);
            byte[] bytes = end < 0 ? new byte[0] : part.substring(end + 1).getBytes(ISO_8859_1);
            try {
                door.findPath(path).ifPresent(in -> files.add(new File(in.value(), filled(in.value(), bytes))));
            } catch (PathRefused e) {
                // the door is another target's
            }
        }
        return files;
    }

    private static byte[] filled(String path, byte[] bytes) {
        boolean image = bytes.length == 0 && path.matches("(?i).*\\.(jpe?g|png|bmp)");
        return image ? PICTURES.get(Math.floorMod(path.hashCode(), PICTURES.size())) : bytes;
    }

    static byte[] pack(Map<String, byte[]> files) {
        var out = new ByteArrayOutputStream();
        files.forEach((path, bytes) -> {
            if (out.size() > 0) {
                out.writeBytes(SEPARATOR.getBytes(ISO_8859_1));
            }
            out.writeBytes((path + "\n").getBytes(UTF_8));
            out.writeBytes(bytes);
        });
        return out.toByteArray();
    }
}
