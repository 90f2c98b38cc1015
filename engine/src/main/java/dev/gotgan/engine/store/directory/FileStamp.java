package dev.gotgan.engine.store.directory;

import dev.gotgan.engine.store.Etag;
import dev.gotgan.engine.store.Key;
import dev.gotgan.engine.store.StoredObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/// What tells two contents of one place apart: size in bytes and time of the last change in nanoseconds since 1970.
///
/// Both survive `cp -a`, `rsync -a` and a restored backup, which an inode's number does not. [Places] sees to it that
/// two of our own writes never get the same.
record FileStamp(long size, long modified) {
    static FileStamp of(BasicFileAttributes attributes) {
        return new FileStamp(attributes.size(), attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS));
    }

    static FileStamp of(Path file) throws IOException {
        return of(Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
    }

    /// As an object at `key`.
    StoredObject at(Key key) {
        return new StoredObject(key, etag(), size, Instant.ofEpochSecond(0, modified));
    }

    Etag etag() {
        return new Etag(Long.toHexString(size) + "-" + Long.toHexString(modified));
    }
}
