package dev.gotgan.engine.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.engine.store.CountingStore;
import dev.gotgan.engine.store.CountingStore.Verb;
import dev.gotgan.engine.store.MemoryStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an upload asks of the store, counted: it grows with what is new, not with what is there.
class UploadRequestsTest {
    @TempDir
    Path spool;

    private final CountingStore store = new CountingStore(new MemoryStore());

    @Test
    void sendingTheSameAgainAsksTheStoreForNothing() throws IOException {
        var stage = new UploadStage(spool, store);
        var dataset = stage.emptyDataset();
        stage.upload(dataset, UploadMode.ADD, files(0, 300));
        stage.publish(dataset);
        var before = counts();
        var again = stage.upload(dataset, UploadMode.ADD, files(0, 300));
        assertThat(again.unchanged()).isEqualTo(300);
        assertThat(counts()).isEqualTo(before);
    }

    @Test
    void fiftyMoreFilesAreFiftyObjectsHoweverManyAreThere() throws IOException {
        assertThat(requestsForFiftyMore(60)).isEqualTo(requestsForFiftyMore(600));
    }

    private Map<Verb, Long> requestsForFiftyMore(int present) throws IOException {
        var stage = new UploadStage(spool, store);
        var dataset = stage.emptyDataset();
        stage.upload(dataset, UploadMode.ADD, files(0, present));
        stage.publish(dataset);
        var before = counts();
        var more = stage.upload(dataset, UploadMode.ADD, files(present, 50));
        assertThat(more.added()).isEqualTo(50);
        var asked = new EnumMap<Verb, Long>(Verb.class);
        counts().forEach((verb, count) -> asked.put(verb, count - before.getOrDefault(verb, 0L)));
        assertThat(asked).containsEntry(Verb.CREATE, 50L).containsEntry(Verb.READ, 0L);
        return asked;
    }

    private Map<Verb, Long> counts() {
        var counts = new EnumMap<Verb, Long>(Verb.class);
        Arrays.stream(Verb.values()).forEach(verb -> counts.put(verb, store.count(verb)));
        return counts;
    }

    private static Map<String, String> files(int first, int count) {
        var files = new TreeMap<String, String>();
        for (int i = first; i < first + count; i++) {
            files.put("labels/%04d.txt".formatted(i), "0 0.5 0.5 0.1 0." + (1000 + i));
        }
        return files;
    }
}
