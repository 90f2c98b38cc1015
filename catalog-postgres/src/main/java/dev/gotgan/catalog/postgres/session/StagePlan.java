package dev.gotgan.catalog.postgres.session;

import dev.gotgan.catalog.postgres.sql.Database;
import dev.gotgan.engine.commit.Change;
import dev.gotgan.engine.commit.CommitRefused;
import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.content.LogicalPath;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Lays a plan call out in two temporary tables: `plan_rows`, one for each change, and `plan_folders`, the folders that
/// their paths lie in, as they are and folded.
final class StagePlan {
    private final Database database;

    StagePlan(Database database) {
        this.database = database;
    }

    void lay(List<Change> changes) {
        database.sql("""
                create temp table if not exists plan_rows (
                    ord integer, path text collate "C" primary key, folded text collate "C", sha256 bytea, size bigint
                ) on commit delete rows
                """).update();
        database.sql("""
                create temp table if not exists plan_folders (
                    folder text collate "C", folded boolean, path text collate "C"
                ) on commit delete rows
                """).update();
        layRows(changes);
        layFolders(changes);
        database.sql("analyze plan_rows").update();
    }

    private void layRows(List<Change> changes) {
        try (var rows = database.copyInto("plan_rows (ord, path, folded, sha256, size)")) {
            int ord = 0;
            for (var change : changes) {
                rows.number(ord++)
                        .text(change.path().value())
                        .text(change.path().folded());
                switch (change) {
                    case Change.Put(var file) -> rows.content(file.sha256()).number(file.size());
                    case Change.Remove _ -> rows.content(null).number((Long) null);
                }
                rows.end();
            }
        }
    }

    private void layFolders(List<Change> changes) {
        var exact = new HashMap<String, LogicalPath>();
        var folded = new HashMap<String, LogicalPath>();
        var files = new HashSet<String>();
        for (var change : changes) {
            addFolders(change.path().folded(), change.path(), folded);
            if (change instanceof Change.Put(FileEntry file)) {
                addFolders(file.path().value(), file.path(), exact);
                files.add(file.path().value());
            }
        }
        refuseBoth(files, exact);
        try (var rows = database.copyInto("plan_folders (folder, folded, path)")) {
            exact.forEach((folder, path) ->
                    rows.text(folder).flag(false).text(path.value()).end());
            folded.forEach((folder, path) ->
                    rows.text(folder).flag(true).text(path.value()).end());
        }
    }

    private static void addFolders(String spelled, LogicalPath path, Map<String, LogicalPath> folders) {
        for (int slash = spelled.lastIndexOf('/'); slash > 0; slash = spelled.lastIndexOf('/', slash - 1)) {
            if (folders.putIfAbsent(spelled.substring(0, slash), path) != null) {
                return; // what is above was added with it
            }
        }
    }

    /// A call that wants a file and a folder of one name contradicts itself.
    private static void refuseBoth(Set<String> files, Map<String, LogicalPath> folders) {
        folders.forEach((folder, below) -> {
            if (files.contains(folder)) {
                throw new CommitRefused.Collision(below, new LogicalPath(folder));
            }
        });
    }
}
