package dev.gotgan.cli.command;

import dev.gotgan.cli.http.Multipart;
import dev.gotgan.cli.screen.Output;
import dev.gotgan.engine.push.WalkTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/// What a push sends: one archive, or the files of a folder.
record PushedFiles(List<WalkTree.LocalFile> files, Path archive, long bytes) {
    static PushedFiles of(Path source, Output output) throws IOException {
        if (Files.isRegularFile(source)) {
            return new PushedFiles(List.of(), source, Files.size(source));
        }
        if (!Files.isDirectory(source)) {
            throw new NoSuchFileException(source.toString());
        }
        var listing = WalkTree.of(source);
        if (listing.files().isEmpty()) {
            throw new IOException(source + " has no files to send");
        }
        if (!listing.links().isEmpty()) {
            output.err()
                    .printf(
                            "%d links are not followed and not sent, as %s%n",
                            listing.links().size(), listing.links().getFirst());
        }
        return new PushedFiles(listing.files(), source, listing.bytes());
    }

    Multipart into(Multipart body) {
        if (files.isEmpty()) {
            return body.file("file", String.valueOf(archive.getFileName()), archive);
        }
        files.forEach(file -> body.file("files", file.path().value(), file.file()));
        return body;
    }

    static String nameOf(Path source) {
        String name = String.valueOf(source.toAbsolutePath().normalize().getFileName());
        return name.replaceFirst("(?i)\\.(zip|tar|tar\\.gz|tgz)$", "");
    }
}
