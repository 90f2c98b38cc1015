package dev.gotgan.engine.upload.survey;

import dev.gotgan.engine.analysis.Workroom;
import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.facts.Annotation;
import dev.gotgan.engine.facts.ImageFacts;
import dev.gotgan.engine.format.FactReader;
import dev.gotgan.engine.format.LabelPaths;
import dev.gotgan.engine.store.InFlight;
import dev.gotgan.engine.store.Key;
import dev.gotgan.engine.store.ObjectStore;
import dev.gotgan.engine.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/// Asks contents that lie in the store already what they are: of an image its ends are read, of a label everything, of
/// the rest nothing.
public final class SurveyStored {
    private static final int IN_FLIGHT = 16;

    private final ObjectStore store;
    private final Workroom room;

    /// Surveys write down in its spool what may not fit in memory.
    public SurveyStored(ObjectStore store, Workroom room) {
        this.store = store;
        this.room = room;
    }

    /// A content and where it lies; the path says what to look for.
    public record Stored(FileEntry file, Key key) {}

    /// The facts of `contents`, each content once; the caller closes the result.
    public SpooledFacts of(Collection<Stored> contents) throws IOException {
        var facts = new SpooledFacts(room);
        var readers = new ConcurrentLinkedQueue<FactReader>();
        try {
            facts.expect(contents.size());
            var worth = contents.stream()
                    .filter(each -> FactReader.isLookedInto(each.file().path()))
                    .toList();
            InFlight.forEach(IN_FLIGHT, worth, content -> {
                var spare = readers.poll();
                var reader = spare == null ? new FactReader() : spare;
                read(content, reader, facts);
                readers.add(reader);
            });
            return facts;
        } catch (RuntimeException e) {
            facts.close();
            throw e;
        }
    }

    private void read(Stored content, FactReader reader, SpooledFacts facts) {
        var file = content.file();
        var spooled = facts.begin();
        try (var bytes = new StoreRanges(store, content.key(), file.size())) {
            var read = reader.read(file.path(), bytes, annotation -> add(spooled, annotation));
            ImageFacts image = read.image();
            if (image != null) {
                facts.add(file.sha256(), image);
            }
            read.findLabel(file.sha256()).ifPresent(facts::add);
            spooled.end(file.sha256());
        } catch (IOException e) {
            throw new StoreException.Unavailable(content.key(), e);
        }
    }

    private static void add(SpooledFacts.Spooled spooled, Annotation annotation) {
        try {
            spooled.add(annotation);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Names to `found` each content of which the first bytes are an image's, by several threads.
    public void images(Collection<Stored> contents, Consumer<Sha256> found) {
        InFlight.forEach(IN_FLIGHT, contents, content -> {
            if (isImage(content)) {
                found.accept(content.file().sha256());
            }
        });
    }

    private boolean isImage(Stored content) {
        try (var bytes = store.read(content.key(), 0, null)) {
            var head = bytes.readNBytes(SurveyUpload.HEAD);
            return LabelPaths.isImage(head, head.length);
        } catch (IOException e) {
            throw new StoreException.Unavailable(content.key(), e);
        }
    }
}
