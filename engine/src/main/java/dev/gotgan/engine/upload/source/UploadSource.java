package dev.gotgan.engine.upload.source;

import dev.gotgan.engine.content.ContentSource;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.door.PathDoor;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;

/// What a person sent, spooled to disk, read twice: once to learn what it is, once to send what is wanted of it.
public interface UploadSource {
    /// Pass 1: every file in the order it lies there, each to its end, checked as its container allows.
    ///
    /// @return what was left out or is worth a remark
    /// @throws RuntimeException a refusal of the whole upload, with its code
    List<PathDoor.Notice> survey(Visitor visitor) throws IOException;

    /// Pass 2: hands out the files of `wanted`, several at a time; a source may be opened more than once.
    void forEach(Set<LogicalPath> wanted, Receiver receiver) throws IOException;

    /// Told of each file in turn; reads `bytes` to their end.
    @FunctionalInterface
    interface Visitor {
        void file(LogicalPath path, InputStream bytes) throws IOException;
    }

    /// Told of each wanted file, by several threads at once.
    @FunctionalInterface
    interface Receiver {
        void file(LogicalPath path, ContentSource bytes) throws IOException;
    }
}
