package dev.gotgan.engine.pull;

import dev.gotgan.engine.content.FileEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.ObjLongConsumer;
import java.util.stream.Stream;

/// The walk of a pull: manifest, plan, fetch, remove, receipt. May be killed anywhere and run again.
public final class PullDataset {
    private final PullSource source;
    private final int jobs;

    /// How many files are hashed at a time is `jobs`.
    public PullDataset(PullSource source, int jobs) {
        this.source = source;
        this.jobs = jobs;
    }

    /// Brings the source's generation into `target`, which is made if it is not there.
    ///
    /// @param progress told of each fetched file and its bytes, by several threads
    public PullReceipt run(Path target, ObjLongConsumer<FileEntry> progress) throws IOException {
        var folder = new LocalFolder(target);
        var list = new PulledFiles(folder);
        var earlier = list.read();
        var plan = new PlanPull(folder, jobs).against(source.manifest(), earlier);
        PulledFrom.forget(folder);
        // Whatever a killed pull leaves is on the list, so the next one knows it for ours.
        list.write(Stream.concat(earlier.stream(), plan.manifest().files().stream())
                .distinct()
                .toList());
        source.fetch(plan.missing(), (file, bytes) -> {
            folder.write(file, bytes);
            progress.accept(file, file.size());
        });
        for (var path : plan.removed()) {
            folder.remove(path);
        }
        list.write(plan.manifest().files());
        var whole = plan.manifest();
        new PulledFrom(whole.dataset(), whole.generation(), whole.contentHash()).write(folder);
        return receipt(plan, folder);
    }

    private static PullReceipt receipt(PullPlan plan, LocalFolder folder) throws IOException {
        return new PullReceipt(
                plan.manifest().dataset(),
                plan.manifest().generation(),
                plan.manifest().contentHash(),
                plan.manifest().files().size(),
                plan.bytes(),
                plan.missing().size(),
                plan.missing().stream().mapToLong(FileEntry::size).sum(),
                plan.kept().size(),
                plan.removed().size(),
                folder.count() - plan.manifest().files().size());
    }
}
