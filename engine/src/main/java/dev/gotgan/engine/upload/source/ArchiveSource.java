package dev.gotgan.engine.upload.source;

import dev.gotgan.engine.archive.Archive;
import dev.gotgan.engine.archive.ArchiveEntry;
import dev.gotgan.engine.content.ContentSource;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.door.PathDoor;
import dev.gotgan.engine.store.InFlight;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/// An archive in the spool. Never unpacked: its entries go from there straight to the store.
public final class ArchiveSource implements UploadSource {
    private static final int IN_FLIGHT = 16;
    /// Entries up to here wait in memory for a free hand; of a stream that can't be sought, at most `GATHERED`
    /// together.
    private static final int SMALL = 1 << 20;

    private static final int GATHERED = 32 << 20;

    private final Archive archive;
    private final Map<LogicalPath, ArchiveEntry> entries = new HashMap<>();

    public ArchiveSource(Archive archive) {
        this.archive = archive;
    }

    @Override
    public List<PathDoor.Notice> survey(Visitor visitor) throws IOException {
        var survey = archive.read((entry, bytes) -> {
            entries.put(entry.path(), entry);
            visitor.file(entry.path(), bytes);
        });
        return Stream.concat(survey.warnings().stream(), survey.skipped().stream())
                .toList();
    }

    @Override
    public void forEach(Set<LogicalPath> wanted, Receiver receiver) throws IOException {
        if (wanted.isEmpty()) {
            return;
        }
        var first = entries.get(wanted.iterator().next());
        if (first != null && archive.findSource(first).isPresent()) {
            InFlight.forEach(IN_FLIGHT, wanted, path -> hand(path, receiver));
        } else {
            stream(wanted, receiver);
        }
    }

    private void hand(LogicalPath path, Receiver receiver) {
        var entry = entries.get(path);
        if (entry == null) {
            throw new IllegalStateException("no entry was surveyed at " + path);
        }
        var source = archive.findSource(entry).orElseThrow();
        receive(new Gathered(path, source), receiver);
    }

    private static void receive(Gathered file, Receiver receiver) {
        try {
            receiver.file(file.path(), file.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// From the start to the end once more: small entries are gathered and handed out together, large ones as
    /// they come.
    private void stream(Set<LogicalPath> wanted, Receiver receiver) throws IOException {
        var gathered = new ArrayList<Gathered>();
        var size = new long[1];
        archive.read((entry, bytes) -> {
            if (!wanted.contains(entry.path())) {
                return;
            }
            if (entry.size() > SMALL) {
                receiver.file(entry.path(), once(bytes));
                return;
            }
            gathered.add(new Gathered(entry.path(), whole(bytes)));
            size[0] += entry.size() + 1000;
            if (size[0] > GATHERED) {
                InFlight.forEach(IN_FLIGHT, gathered, file -> receive(file, receiver));
                gathered.clear();
                size[0] = 0;
            }
        });
        InFlight.forEach(IN_FLIGHT, gathered, file -> receive(file, receiver));
    }

    /// A stream that can't be sought is not read twice; whoever tries is told.
    private static ContentSource once(InputStream bytes) {
        var opened = new AtomicBoolean();
        return () -> {
            if (opened.getAndSet(true)) {
                throw new IOException("the archive can't be read a second time from here");
            }
            return bytes;
        };
    }

    private static ContentSource whole(InputStream bytes) throws IOException {
        var all = bytes.readAllBytes();
        return () -> new ByteArrayInputStream(all);
    }

    private record Gathered(LogicalPath path, ContentSource bytes) {}
}
