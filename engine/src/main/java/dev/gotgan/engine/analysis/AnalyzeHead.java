package dev.gotgan.engine.analysis;

import dev.gotgan.engine.commit.Change;
import dev.gotgan.engine.commit.Head;
import dev.gotgan.engine.commit.Tree;
import dev.gotgan.engine.content.ContentHash;
import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.facts.AnalysisHint;
import dev.gotgan.engine.format.AnalyzeTree;
import dev.gotgan.engine.format.tree.KnownFacts;
import java.util.Comparator;
import java.util.List;

/// Works out the head that changes would make: from rows and facts alone, without reading a byte of any file.
public final class AnalyzeHead {
    private final Tree tree;
    private final AnalyzeTree analyze = new AnalyzeTree();
    private final FileBudget files;

    public AnalyzeHead(Tree tree, FileBudget files) {
        this.tree = tree;
        this.files = files;
    }

    /// Room in memory to work on `base`; the caller closes it when what [#next] gave is done with.
    ///
    /// @throws TooManyFiles there is none
    public FileBudget.Share room(Head base) {
        var share = files.share();
        share.head(base.files());
        return share;
    }

    /// The head after `changes` to `base`.
    ///
    /// @param fresh facts of contents that the database has none of yet
    public NextHead next(Head base, List<Change> changes, KnownFacts fresh, AnalysisHint hint) {
        var files = merge(base, changes);
        var facts = new StoredFacts(fresh);
        tree.forEachFact(base.dataset(), base.generation(), facts);
        var analysis = analyze.of(files, facts, hint);
        var images = new ImageRowDiff(analysis);
        tree.forEachImage(base.dataset(), base.generation(), images);
        return new NextHead(
                base.generation(),
                ContentHash.of(files),
                files.size(),
                files.stream().mapToLong(FileEntry::size).sum(),
                analysis,
                images.finish());
    }

    private List<FileEntry> merge(Head base, List<Change> changes) {
        var merged = new MergedTree(
                changes.stream().sorted(Comparator.comparing(Change::path)).toList());
        tree.forEachFile(base.dataset(), base.generation(), merged::add);
        return merged.finish();
    }
}
