package dev.gotgan.e2e.trouble;

import dev.gotgan.e2e.parts.Bytes;
import dev.gotgan.e2e.parts.Coreutils;
import dev.gotgan.e2e.parts.Gotgan;
import dev.gotgan.e2e.parts.OwnDatabase;
import dev.gotgan.e2e.parts.RunningServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What a server holds, looked at from outside: rows of every table that says what a dataset is, and all objects.
///
/// @param rows    a line for each row
/// @param objects a line of `sha256sum` for each object
record Everything(List<String> rows, List<String> objects) {
    private static final List<String> TABLES = List.of(
            "datasets",
            "commits",
            "files",
            "published",
            "copies",
            "reservations",
            "snapshots",
            "tombstones",
            "outbox",
            "dataset_permissions",
            "generation_facts",
            "image_rows",
            "findings");

    /// When nothing is under way any more.
    static Everything of(RunningServer server, Path bucket) {
        try (var database = OwnDatabase.of(server)) {
            for (var waiting : List.of(
                    "upload_sessions where state = 'open'",
                    "published where pending or recheck",
                    "copies where state <> 'durable'",
                    "reservations",
                    "datasets where state not in ('live', 'trash') or meta_wanted > meta_written")) {
                String count = "select count(*) from " + waiting;
                Gotgan.eventually(count + " is 0", () -> database.number(count) == 0);
            }
            Gotgan.eventually("the spool is empty", () -> files(server.data().resolve("tmp")) == 0);
            Gotgan.eventually("no object is half written", () -> files(bucket.resolve(".gotgan-tmp")) == 0);
            var rows = new ArrayList<String>();
            TABLES.forEach(table -> database.column("select t::text from " + table + " t order by 1")
                    .forEach(row -> rows.add(table + " " + row)));
            return new Everything(rows, Coreutils.sums(bucket));
        }
    }

    private static int files(Path folder) {
        return Files.isDirectory(folder) ? Bytes.below(folder).size() : 0;
    }
}
