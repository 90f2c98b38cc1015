package dev.gotgan.engine.format.folder;

import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.facts.Analysis;
import dev.gotgan.engine.facts.AnalysisHint;
import dev.gotgan.engine.facts.ImageFacts;
import dev.gotgan.engine.facts.LabelFacts;
import dev.gotgan.engine.format.AnalyzeTree;
import dev.gotgan.engine.format.FolderAnalysis;
import dev.gotgan.engine.format.ReadFacts;
import dev.gotgan.engine.format.finding.DatasetFindings;
import dev.gotgan.engine.format.tree.ContentRole;
import dev.gotgan.engine.format.tree.KnownFacts;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Says what a local folder is. Labels are read whole, images at their ends, several at a time; nothing is written.
public final class AnalyzeFolder {
    private final int threads;

    /// Reads with two threads or as many as there are processors.
    public AnalyzeFolder() {
        this(Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 8));
    }

    AnalyzeFolder(int threads) {
        this.threads = threads;
    }

    /// Analyses all below `folder`. Names that no dataset may hold are findings here, since nothing is uploaded.
    ///
    /// @throws IOException if the folder, or a file in it, can't be read
    public FolderAnalysis of(Path folder, AnalysisHint hint) throws IOException {
        var findings = new DatasetFindings();
        var listing = FolderWalk.of(folder, findings);
        var found = listing.files();
        var facts = new Facts();
        var entries = read(listing.root(), found, facts);
        var analysis = new AnalyzeTree().of(entries, facts, hint);
        findings.addAll(analysis.findings());
        long bytes = found.stream().mapToLong(FolderWalk.Found::size).sum();
        var told = withoutRows(analysis, findings);
        return new FolderAnalysis(found.size(), bytes, told, listing.warnings(), listing.refused());
    }

    private List<FileEntry> read(Path root, List<FolderWalk.Found> found, Facts facts) throws IOException {
        var entries = new FileEntry[found.size()];
        var next = new AtomicInteger();
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var workers = new ArrayList<Future<?>>();
            for (int i = 0; i < threads; i++) {
                workers.add(pool.submit(() -> {
                    var reader = new LocalReader();
                    for (int at = next.getAndIncrement(); at < entries.length; at = next.getAndIncrement()) {
                        entries[at] = read(root, found.get(at), reader, facts);
                    }
                    return null;
                }));
            }
            for (var worker : workers) {
                await(worker);
            }
        }
        return Arrays.asList(entries);
    }

    private static FileEntry read(Path root, FolderWalk.Found found, LocalReader reader, Facts facts)
            throws IOException {
        var role = ContentRole.of(found.path());
        if (role == ContentRole.NONE) {
            return new FileEntry(found.path(), Sha256.EMPTY, found.size());
        }
        try (var file = new FileRanges(found.in(root), found.size())) {
            var read = role == ContentRole.IMAGE
                    ? reader.image(found.path(), file)
                    : reader.label(found.path(), file, facts.labels::containsKey);
            facts.put(read.identity(), read.facts());
            return new FileEntry(found.path(), read.identity(), found.size());
        }
    }

    private static void await(Future<?> worker) throws IOException {
        try {
            worker.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException io -> throw io;
                case RuntimeException broken -> throw broken;
                case null, default -> throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private static Analysis withoutRows(Analysis a, DatasetFindings findings) {
        return new Analysis(
                a.format(),
                a.taskType(),
                a.confidence(),
                a.evidence(),
                a.classes(),
                a.splits(),
                a.images(),
                a.labelledImages(),
                a.objects(),
                a.averageWidth(),
                a.averageHeight(),
                findings.list(),
                List.of());
    }

    private static final class Facts implements KnownFacts {
        private final Map<Sha256, ImageFacts> images = new ConcurrentHashMap<>();
        private final Map<Sha256, LabelFacts> labels = new ConcurrentHashMap<>();

        void put(Sha256 identity, ReadFacts read) {
            if (read.image() != null) {
                images.put(identity, read.image());
            }
            read.findLabel(identity).ifPresent(label -> labels.put(identity, label));
        }

        @Override
        public @Nullable ImageFacts image(Sha256 content) {
            return images.get(content);
        }

        @Override
        public @Nullable LabelFacts label(Sha256 content) {
            return labels.get(content);
        }
    }
}
