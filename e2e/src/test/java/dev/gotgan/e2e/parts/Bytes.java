package dev.gotgan.e2e.parts;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Folders as maps from path to bytes, and zips of them.
public final class Bytes {
    private static final int TAR_BLOCK = 512;

    private Bytes() {}

    /// Every file below `folder`, but for `except` at its top.
    public static Map<String, byte[]> below(Path folder, String... except) {
        var files = new TreeMap<String, byte[]>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                String path = folder.relativize(file).toString();
                if (Stream.of(except).noneMatch(each -> path.equals(each) || path.startsWith(each + "/"))) {
                    files.put(path, Files.readAllBytes(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /// Writes these files below `folder`, which it gives back.
    public static Path write(Path folder, Map<String, byte[]> files) {
        try {
            for (var file : files.entrySet()) {
                var target = folder.resolve(file.getKey());
                Files.createDirectories(target.getParent());
                Files.write(target, file.getValue());
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] zip(Map<String, byte[]> files) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /// A tar whose names stand in PAX records: in UTF-8, as long as they like.
    public static byte[] tar(Map<String, byte[]> files) {
        var out = new ByteArrayOutputStream();
        files.forEach((path, bytes) -> {
            var record = of(" path=" + path + "\n");
            int length = record.length + 1;
            while (Integer.toString(length).length() + record.length != length) {
                length++;
            }
            var header = new ByteArrayOutputStream();
            header.writeBytes(of(Integer.toString(length)));
            header.writeBytes(record);
            entry(out, 'x', header.toByteArray());
            entry(out, '0', bytes);
        });
        out.writeBytes(new byte[2 * TAR_BLOCK]);
        return out.toByteArray();
    }

    private static void entry(ByteArrayOutputStream out, char type, byte[] bytes) {
        var head = ByteBuffer.allocate(TAR_BLOCK);
        head.put(0, of("named in PAX"));
        head.put(100, of("0000644\0"));
        head.put(124, of("%011o ".formatted(bytes.length)));
        head.put(136, of("00000000000 "));
        head.put(148, of("        "));
        head.put(156, (byte) type);
        head.put(257, of("ustar\00000"));
        int sum = 0;
        for (byte each : head.array()) {
            sum += each & 0xFF;
        }
        head.put(148, of("%06o\0 ".formatted(sum)));
        out.writeBytes(head.array());
        out.writeBytes(bytes);
        out.writeBytes(new byte[-bytes.length & (TAR_BLOCK - 1)]);
    }

    public static byte[] of(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
