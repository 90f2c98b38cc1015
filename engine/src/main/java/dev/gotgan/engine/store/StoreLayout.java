package dev.gotgan.engine.store;

import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.dataset.DatasetId;

/// The only place that spells keys (`spec/layout.md`).
public final class StoreLayout {
    private StoreLayout() {}

    /// The default `storage_path` of a dataset, with its final slash.
    public static String livePrefix(DatasetId dataset) {
        return "datasets/" + dataset.value() + "/";
    }

    /// The plain file below the dataset's own `storagePath`, which ends in a slash.
    public static Key live(String storagePath, LogicalPath path) {
        return new Key(storagePath + path.value());
    }

    public static Key meta(String storagePath) {
        return new Key(storagePath + LogicalPath.META);
    }

    public static String historyPrefix(DatasetId dataset) {
        return "history/" + dataset.value() + "/";
    }

    /// Unique for ever: `copy` is never given twice.
    public static Key history(DatasetId dataset, Sha256 sha256, long copy) {
        return new Key(historyPrefix(dataset) + sha256.hex() + "-" + copy);
    }

    public static String manifestPrefix(DatasetId dataset) {
        return "manifests/" + dataset.value() + "/";
    }

    /// What a generation held, for who has the bucket and no database.
    public static Key manifest(DatasetId dataset, long generation) {
        return new Key(manifestPrefix(dataset) + generation + ".jsonl.gz");
    }

    /// Where one examination of the store tries things; nothing stays there.
    public static String doctorPrefix(String run) {
        return "doctor/" + run + "/";
    }
}
