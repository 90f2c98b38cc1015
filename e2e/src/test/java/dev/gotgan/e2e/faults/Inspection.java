package dev.gotgan.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.e2e.parts.Coreutils;
import dev.gotgan.e2e.parts.Gotgan;
import dev.gotgan.e2e.parts.OwnDatabase;
import dev.gotgan.e2e.parts.RunningServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Looks for what is lost, half there or left over, by SQL and by the objects of the store as a foreign tool copies
/// them: what Gotgan says of itself counts for nothing here.
///
/// @param objects the dataset's, but for meta.json
record Inspection(RunningServer server, Objects objects) {
    /// Copies the objects of a dataset into a folder.
    @FunctionalInterface
    interface Objects {
        Path of(String dataset) throws IOException;
    }

    /// Waits until nothing is left to do, then compares. On S3 a key whose last write is in doubt is looked at once
    /// more after half an hour (`recheck`); what is there now is what counts here.
    ///
    /// @param source what the dataset was to become
    void judge(String id, Path source, int commits) throws IOException {
        var hash = Coreutils.contentHash(source);
        try (var database = OwnDatabase.of(server)) {
            for (var waiting : List.of(
                    "upload_sessions where state = 'open' and dataset = ?",
                    "published where pending and dataset = ?",
                    "copies where state = 'uploading' and dataset = ?",
                    "reservations where dataset = ?",
                    "datasets where meta_wanted > meta_written and id = ?")) {
                var count = "select count(*) from " + waiting;
                Gotgan.eventually(count + " is 0", () -> database.number(count, id) == 0);
            }
            assertThat(database.column("select content_hash from datasets where id = ?", id))
                    .containsExactly(hash);
            assertThat(database.number("select count(*) from commits where dataset = ?", id))
                    .isEqualTo(commits);
        }
        assertThat(Coreutils.contentHash(objects.of(id))).isEqualTo(hash);
    }
}
