package dev.gotgan.catalog.postgres.embedded;

import dev.gotgan.catalog.postgres.embedded.EmbeddedPostgresException.Trouble;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Properties;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// PostgreSQL's programs, unpacked from the jar once a version.
record Binaries(Path folder, String version) {
    private static final Duration FLUSH = Duration.ofMinutes(1);

    /// Unpacks beside the final name and renames, so that half a folder is never run.
    static Binaries unpackedIn(Path root) {
        var version = builtVersion();
        var processor = builtFor();
        var folder = root.resolve(version + "-" + processor);
        return Home.attempt(folder, () -> {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(root);
                unpack(processor, root.resolve(folder.getFileName() + ".part"), folder);
            }
            return new Binaries(folder, version);
        });
    }

    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    /// What a cluster's `PG_VERSION` says when these programs can read it, such as `18`.
    String major() {
        return version.substring(0, version.indexOf('.'));
    }

    /// Gives the disk space of other versions back; call it when none of their processes lives.
    void forgetOthers() {
        Home.attempt(folder, () -> {
            try (var siblings = Files.list(folder.resolveSibling(""))) {
                for (var sibling :
                        siblings.filter(other -> !other.equals(folder)).toList()) {
                    Home.deleteTree(sibling);
                }
            }
            return folder;
        });
    }

    private static void unpack(String processor, Path part, Path folder) throws IOException {
        var name = "/postgres-linux-" + processor + ".txz";
        Home.deleteTree(part);
        try (var archive = Binaries.class.getResourceAsStream(name)) {
            if (archive == null) {
                throw new EmbeddedPostgresException(
                        Trouble.NO_BINARIES,
                        "this build brings no PostgreSQL for " + System.getProperty("os.name") + " on "
                                + System.getProperty("os.arch") + " (" + name + " is not on the class path)."
                                + " Run your own PostgreSQL and point Gotgan at it.");
            }
            unpack(archive, part);
        }
        /* One flush of the whole file system instead of a thousand fsyncs; where `sync` is missing only a power cut in
        the next half minute could tell. */
        new Command("sync", "-f", part.toString()).run(part, FLUSH);
        Home.moveInto(part, folder);
    }

    private static void unpack(InputStream archive, Path into) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(tar, entry, into);
            }
        }
    }

    private static void write(InputStream bytes, TarArchiveEntry entry, Path into) throws IOException {
        var path = into.resolve(entry.getName()).normalize();
        if (!path.startsWith(into)) {
            throw new IOException("the archive's entry " + entry.getName() + " leads outside");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.resolveSibling(""));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(bytes, path);
            var runs = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    private static String builtVersion() {
        try (var file = Binaries.class.getResourceAsStream("binaries.properties")) {
            var properties = new Properties();
            properties.load(file);
            return properties.getProperty("version", "");
        } catch (IOException e) {
            throw new EmbeddedPostgresException(
                    Trouble.NO_BINARIES, "binaries.properties cannot be read. Build again.", e);
        }
    }

    private static String builtFor() {
        return switch (System.getProperty("os.arch", "")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            case String other -> other;
        };
    }
}
