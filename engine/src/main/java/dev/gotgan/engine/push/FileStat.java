package dev.gotgan.engine.push;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/// All that tells what a file is and whether it was touched, by one question to the system. Links are not followed.
///
/// @param modified and `changed` in nanoseconds since 1970; 0 where the file system does not tell
/// @param device   and `inode`: what the system knows the file by; 0 where it has no such numbers
public record FileStat(Kind kind, long size, long modified, long changed, long device, long inode) {
    private static final String WANTED = "unix:isRegularFile,isDirectory,size,lastModifiedTime,ctime,dev,ino";

    /// Only plain files become part of a dataset.
    public enum Kind {
        FILE,
        FOLDER,
        OTHER
    }

    public static FileStat of(Path file) throws IOException {
        try {
            return unix(Files.readAttributes(file, WANTED, LinkOption.NOFOLLOW_LINKS));
        } catch (UnsupportedOperationException | IllegalArgumentException e) {
            var plain = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return new FileStat(
                    kind(plain.isRegularFile(), plain.isDirectory()),
                    plain.size(),
                    nanos(plain.lastModifiedTime()),
                    0,
                    0,
                    0);
        }
    }

    private static FileStat unix(Map<String, Object> attributes) {
        return new FileStat(
                kind(
                        value(attributes, "isRegularFile", Boolean.class),
                        value(attributes, "isDirectory", Boolean.class)),
                value(attributes, "size", Long.class),
                nanos(value(attributes, "lastModifiedTime", FileTime.class)),
                nanos(value(attributes, "ctime", FileTime.class)),
                value(attributes, "dev", Long.class),
                value(attributes, "ino", Long.class));
    }

    private static <T> T value(Map<String, Object> attributes, String name, Class<T> type) {
        return type.cast(Objects.requireNonNull(attributes.get(name)));
    }

    private static Kind kind(boolean plain, boolean folder) {
        return plain ? Kind.FILE : folder ? Kind.FOLDER : Kind.OTHER;
    }

    private static long nanos(FileTime time) {
        return time.to(TimeUnit.NANOSECONDS);
    }
}
