package dev.gotgan.engine.gallery;

import static dev.gotgan.engine.testing.CatalogStory.path;
import static dev.gotgan.engine.testing.CatalogStory.put;
import static dev.gotgan.engine.testing.CatalogStory.remove;
import static dev.gotgan.engine.testing.CatalogStory.sha;

import dev.gotgan.engine.commit.Change;
import dev.gotgan.engine.commit.ImageRowChanges;
import dev.gotgan.engine.commit.NewFacts;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.facts.Analysis;
import dev.gotgan.engine.facts.Finding;
import dev.gotgan.engine.facts.Format;
import dev.gotgan.engine.facts.ImageRow;
import dev.gotgan.engine.facts.Severity;
import dev.gotgan.engine.facts.TaskType;
import dev.gotgan.engine.testing.CatalogContract;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Datasets with images on which something is labelled, as both contracts of this package want them.
abstract class GalleryContract extends CatalogContract {
    static final List<String> CLASSES = List.of("cat", "dog");

    final DatasetId committed(List<ImageRow> rows, Finding... findings) {
        var dataset = story.live();
        commit(dataset, List.of(), rows, rows, findings);
        return dataset;
    }

    final void commit(
            DatasetId dataset,
            List<LogicalPath> closed,
            List<ImageRow> opened,
            List<ImageRow> rows,
            Finding... findings) {
        commit(dataset, closed, opened, analysis(Format.YOLO, rows, findings), NewFacts.NONE);
    }

    final void commit(
            DatasetId dataset, List<LogicalPath> closed, List<ImageRow> opened, List<ImageRow> rows, NewFacts facts) {
        commit(dataset, closed, opened, analysis(Format.YOLO, rows), facts);
    }

    final void commit(
            DatasetId dataset, List<LogicalPath> closed, List<ImageRow> opened, Analysis analysis, NewFacts facts) {
        var changes = new ArrayList<Change>();
        closed.stream()
                .filter(path -> opened.stream().noneMatch(row -> row.path().equals(path)))
                .forEach(path -> changes.add(remove(path.value())));
        var files = new LinkedHashSet<String>();
        for (var row : opened) {
            files.add(row.path().value());
            if (row.label() != null) {
                files.add(row.label().value());
            }
        }
        files.forEach(file -> changes.add(put(file, file)));
        var session = story.arrived(dataset, changes.toArray(Change[]::new));
        var images = new ImageRowChanges(closed, opened, CLASSES);
        catalog.commits().commit(story.planOf(session, facts, analysis, images));
    }

    static Analysis analysis(Format format, List<ImageRow> rows, Finding... findings) {
        var splits = Stream.of("train", "val")
                .map(name -> new Analysis.Split(name, 1))
                .toList();
        var task = TaskType.OBJECT_DETECTION;
        return new Analysis(
                format, task, 1, List.of(), CLASSES, splits, rows.size(), 0, 0, 0, 0, List.of(findings), rows);
    }

    static ImageRow row(String path, String split, @Nullable String label, int objects, int... classes) {
        var indices = IntStream.of(classes).boxed().toList();
        return new ImageRow(path(path), sha(path), split, label == null ? null : path(label), "", objects, indices);
    }

    static List<LogicalPath> paths(List<ImageRow> rows) {
        return rows.stream().map(ImageRow::path).toList();
    }

    static Finding finding(Severity severity, String kind, String path, int line) {
        return new Finding(kind, severity, path, line, null, "value", 1, "a sentence");
    }
}
