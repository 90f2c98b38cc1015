package dev.gotgan.engine.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gotgan.engine.analysis.FileBudget;
import dev.gotgan.engine.analysis.TooManyFiles;
import dev.gotgan.engine.store.MemoryStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An upload takes room in memory for its files and for the head that it changes, and gives it back however it ends.
class UploadRoomTest {
    private static final int ROOM = 20;

    @TempDir
    Path spool;

    private final FileBudget files = new FileBudget(ROOM);
    private UploadStage stage;

    @BeforeEach
    void stage() {
        stage = new UploadStage(spool, new MemoryStore(), files);
    }

    @Test
    void anUploadOfMoreFilesThanTheHeapHoldsIsRefusedAndNothingIsStored() {
        var id = stage.emptyDataset();
        assertThatThrownBy(() -> stage.upload(id, UploadMode.ADD, filesFrom(0, files.mostSent() + 1)))
                .isInstanceOf(TooManyFiles.ForThisServer.class)
                .hasMessageContaining("may bring 10 files")
                .hasMessageContaining("GOTGAN_HEAP");
        assertThat(stage.liveTree(id)).isEmpty();
        assertAllGivenBack();
    }

    @Test
    void uploadsOneAfterTheOtherEachFindAllTheRoom() throws IOException {
        for (int i = 0; i < 5; i++) {
            stage.upload(stage.emptyDataset(), UploadMode.ADD, filesFrom(i, files.mostSent()));
            assertAllGivenBack();
        }
    }

    @Test
    void aHeadThatLeavesNoRoomRefusesTheUploadThatWouldChangeIt() throws IOException {
        var id = stage.emptyDataset();
        stage.upload(id, UploadMode.ADD, filesFrom(0, 10));
        stage.upload(id, UploadMode.ADD, filesFrom(10, 5));
        try (var others = files.share()) {
            others.head(4);
            assertThatThrownBy(() -> stage.upload(id, UploadMode.ADD, filesFrom(15, 1)))
                    .isInstanceOf(TooManyFiles.JustNow.class);
        }
        stage.publish(id);
        assertThat(stage.liveTree(id)).hasSize(15);
        assertAllGivenBack();
    }

    @Test
    void whileOthersWorkAnUploadIsAskedToComeBack() {
        try (var others = files.share()) {
            others.sent(6);
            assertThatThrownBy(() -> stage.upload(stage.emptyDataset(), UploadMode.ADD, filesFrom(0, 5)))
                    .isInstanceOf(TooManyFiles.JustNow.class);
        }
        assertAllGivenBack();
    }

    private void assertAllGivenBack() {
        try (var all = files.share()) {
            all.head(ROOM);
        }
    }

    private static Map<String, String> filesFrom(long first, long count) {
        var made = new TreeMap<String, String>();
        for (long i = first; i < first + count; i++) {
            made.put("images/%03d.bin".formatted(i), "content " + i);
        }
        return made;
    }
}
