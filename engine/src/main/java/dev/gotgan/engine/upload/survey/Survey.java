package dev.gotgan.engine.upload.survey;

import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.door.PathDoor;
import dev.gotgan.engine.upload.source.UploadSource;
import java.io.IOException;
import java.util.List;

/// What an upload is, learned in pass 1. Nothing is stored yet.
///
/// @param source to be read again in pass 2
/// @param files in path order, each path once
/// @param top   the wrapping folder that was taken off every path, with its slash; empty where there was none
/// @param images paths whose first bytes are an image's
public record Survey(
        UploadSource source,
        List<FileEntry> files,
        String top,
        List<LogicalPath> images,
        SpooledFacts facts,
        List<PathDoor.Notice> warnings)
        implements AutoCloseable {
    /// The path by which the source knows the file.
    public LogicalPath inSource(LogicalPath path) {
        return top.isEmpty() ? path : new LogicalPath(top + path.value());
    }

    @Override
    public void close() throws IOException {
        facts.close();
    }
}
