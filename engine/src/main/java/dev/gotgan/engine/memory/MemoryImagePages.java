package dev.gotgan.engine.memory;

import dev.gotgan.engine.catalog.FindingPages.Place;
import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.facts.Finding;
import dev.gotgan.engine.facts.Format;
import dev.gotgan.engine.facts.ImageFacts;
import dev.gotgan.engine.facts.ImageRow;
import dev.gotgan.engine.gallery.ClassNames;
import dev.gotgan.engine.gallery.ImagePages;
import dev.gotgan.engine.gallery.ListedImage;
import dev.gotgan.engine.gallery.ProblemImages;
import dev.gotgan.engine.memory.rows.CatalogRows;
import dev.gotgan.engine.memory.rows.DatasetRows;
import dev.gotgan.engine.memory.rows.LabelledImage;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

final class MemoryImagePages implements ImagePages {
    private static final ImageFacts UNKNOWN = new ImageFacts(ImageFacts.Kind.OTHER, 0, 0, 1, 1, 0, null, null);
    private static final ClassNames NO_NAMES = new ClassNames(Format.UNKNOWN, List.of());

    private final CatalogRows all;

    MemoryImagePages(CatalogRows all) {
        this.all = all;
    }

    @Override
    public List<ListedImage> page(
            DatasetId dataset, long generation, Wanted wanted, @Nullable LogicalPath after, int limit) {
        return all.in(() -> all.find(dataset).stream()
                .flatMap(rows -> images(rows, generation, wanted)
                        .filter(image -> after == null || image.row().path().compareTo(after) > 0)
                        .limit(limit)
                        .map(image -> listed(rows, generation, image)))
                .toList());
    }

    @Override
    public Optional<ListedImage> find(DatasetId dataset, long generation, LogicalPath path) {
        return all.in(() -> all.find(dataset).stream()
                .flatMap(rows -> images(rows, generation, Wanted.ALL)
                        .filter(image -> image.row().path().equals(path))
                        .map(image -> listed(rows, generation, image)))
                .findFirst());
    }

    @Override
    public long count(DatasetId dataset, long generation, Wanted wanted) {
        return all.in(() -> all.find(dataset).stream()
                .flatMap(rows -> images(rows, generation, wanted))
                .count());
    }

    @Override
    public Optional<ImageFacts> findFacts(DatasetId dataset, Sha256 content) {
        return all.in(() -> all.facts.findImage(content));
    }

    private static Stream<LabelledImage> images(DatasetRows rows, long generation, Wanted wanted) {
        return rows.images.at(generation).stream()
                .filter(image -> wanted.split() == null || image.row().split().equals(wanted.split()))
                .filter(image -> wanted.className() == null || image.classes().contains(wanted.className()))
                .filter(has(rows, generation, wanted.has()));
    }

    private static Predicate<LabelledImage> has(DatasetRows rows, long generation, @Nullable Has has) {
        return switch (has) {
            case null -> _ -> true;
            case LABELS -> image -> image.row().objects() > 0;
            case NO_LABELS -> image -> image.row().objects() == 0;
            case PROBLEMS -> {
                var problems = new ProblemImages(findings(rows, generation));
                yield image -> problems.has(image.row());
            }
        };
    }

    private static List<Finding> findings(DatasetRows rows, long generation) {
        return rows.findings.getOrDefault(generation, List.of());
    }

    private ListedImage listed(DatasetRows rows, long generation, LabelledImage image) {
        var row = image.row();
        long size = rows.files
                .findAt(row.path().value(), generation)
                .map(FileEntry::size)
                .orElse(0L);
        var facts = all.facts.findImage(row.sha256()).orElse(UNKNOWN);
        var problems = findings(rows, generation).stream()
                .distinct()
                .filter(finding -> new ProblemImages(List.of(finding)).has(row))
                .sorted(Comparator.comparing(Place::of))
                .limit(MOST_PROBLEMS)
                .toList();
        return new ListedImage(row, size, facts, image.classes(), labels(rows, generation, row), problems);
    }

    private List<ListedImage.Label> labels(DatasetRows rows, long generation, ImageRow row) {
        var file = row.label() == null ? null : row.label().value();
        var content = file == null ? null : rows.files.findAt(file, generation).orElse(null);
        if (content == null) {
            return List.of();
        }
        var names = rows.classNames.getOrDefault(generation, NO_NAMES);
        var inFile =
                all.facts.findLabel(content.sha256()).map(ClassNames::inFile).orElse(Map.of());
        return all.facts.annotations(content.sha256(), row.labelRef()).stream()
                .limit(MOST_SHAPES)
                .map(each -> new ListedImage.Label(each, names.of(each.classRef(), inFile)))
                .toList();
    }
}
