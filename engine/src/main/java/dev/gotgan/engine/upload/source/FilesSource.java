package dev.gotgan.engine.upload.source;

import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.door.PathDoor;
import dev.gotgan.engine.store.InFlight;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Many files sent one by one, each a stretch of a spool file.
public final class FilesSource implements UploadSource {
    private static final int IN_FLIGHT = 16;

    private final List<SpooledFile> files;
    private final Map<LogicalPath, SpooledFile> byPath = new HashMap<>();

    /// The files as they came; their names are not checked yet.
    public FilesSource(List<SpooledFile> files) {
        this.files = List.copyOf(files);
    }

    @Override
    public List<PathDoor.Notice> survey(Visitor visitor) throws IOException {
        var door = new PathDoor();
        for (var file : files) {
            var path = door.findPath(file.name());
            if (path.isPresent()) {
                byPath.put(path.get(), file);
                try (var bytes = open(file)) {
                    visitor.file(path.get(), bytes);
                }
            }
        }
        return notices(door);
    }

    @Override
    public void forEach(Set<LogicalPath> wanted, Receiver receiver) {
        InFlight.forEach(IN_FLIGHT, wanted, path -> {
            var file = byPath.get(path);
            if (file == null) {
                throw new IllegalStateException("no file was surveyed at " + path);
            }
            try {
                receiver.file(path, () -> open(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static List<PathDoor.Notice> notices(PathDoor door) {
        return Stream.concat(door.warnings().stream(), door.skipped().stream()).toList();
    }

    private static InputStream open(SpooledFile file) throws IOException {
        var channel = FileChannel.open(file.spool(), StandardOpenOption.READ);
        channel.position(file.offset());
        return new BufferedInputStream(new Stretch(Channels.newInputStream(channel), file.size()));
    }
}
