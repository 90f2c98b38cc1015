package dev.gotgan.engine.analysis;

import dev.gotgan.engine.commit.ImageRowChanges;
import dev.gotgan.engine.commit.Tree;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.facts.Analysis;
import dev.gotgan.engine.facts.ImageRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Compares the rows of an analysis with those the database has, both in path order, so that only what changed
/// is written.
final class ImageRowDiff implements Tree.ImageSink {
    private final Analysis analysis;
    private final List<LogicalPath> closed = new ArrayList<>();
    private final List<ImageRow> opened = new ArrayList<>();
    private int at;

    ImageRowDiff(Analysis analysis) {
        this.analysis = analysis;
    }

    @Override
    public void image(ImageRow old, List<String> classes) {
        var rows = analysis.rows();
        while (at < rows.size() && rows.get(at).path().compareTo(old.path()) < 0) {
            opened.add(rows.get(at++));
        }
        if (at < rows.size() && rows.get(at).path().equals(old.path())) {
            var now = rows.get(at++);
            if (!same(old, classes, now)) {
                closed.add(old.path());
                opened.add(now);
            }
        } else {
            closed.add(old.path());
        }
    }

    ImageRowChanges finish() {
        opened.addAll(analysis.rows().subList(at, analysis.rows().size()));
        return new ImageRowChanges(closed, opened, analysis.classes());
    }

    private boolean same(ImageRow old, List<String> classes, ImageRow now) {
        return old.sha256().equals(now.sha256())
                && old.split().equals(now.split())
                && Objects.equals(old.label(), now.label())
                && old.objects() == now.objects()
                && classes.equals(names(now));
    }

    private List<String> names(ImageRow row) {
        return row.classes().stream()
                .map(index -> analysis.classes().get(index))
                .sorted()
                .toList();
    }
}
