package dev.gotgan.server.upload;

import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.door.PathDoor;
import dev.gotgan.engine.upload.source.UploadSource;
import dev.gotgan.server.web.live.UploadProgress;
import dev.gotgan.server.web.live.UploadProgress.Step;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/// A source whose two passes are told of as they go.
record CountedSource(UploadSource source, UploadProgress progress) implements UploadSource {
    @Override
    public List<PathDoor.Notice> survey(Visitor visitor) throws IOException {
        progress.step(Step.CHECKING);
        return source.survey((path, bytes) -> {
            visitor.file(path, bytes);
            progress.checked();
        });
    }

    @Override
    public void forEach(Set<LogicalPath> wanted, Receiver receiver) throws IOException {
        progress.total(wanted.size(), 0);
        progress.step(Step.STORING);
        source.forEach(wanted, (path, bytes) -> {
            receiver.file(path, bytes);
            progress.stored();
        });
    }
}
