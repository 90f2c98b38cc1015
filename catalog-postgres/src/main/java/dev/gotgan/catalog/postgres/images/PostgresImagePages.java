package dev.gotgan.catalog.postgres.images;

import dev.gotgan.catalog.postgres.sql.Database;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.facts.ImageFacts;
import dev.gotgan.engine.gallery.ImagePages;
import dev.gotgan.engine.gallery.ListedImage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// [ImagePages] on PostgreSQL: which paths are on the page, by the index of their filter; then what is said of those.
///
/* Every statement is planned for the values that it has: a plan for any limit takes it for a tenth of the table. */
public final class PostgresImagePages implements ImagePages {
    private static final ImageFacts UNKNOWN = new ImageFacts(ImageFacts.Kind.OTHER, 0, 0, 1, 1, 0, null, null);

    private final Database database;
    private final FilteredPaths paths;
    private final ImageRows rows;
    private final ContentFacts facts;
    private final DrawnLabels labels;
    private final ImageFindings findings;

    public PostgresImagePages(Database database) {
        this.database = database;
        this.paths = new FilteredPaths(database);
        this.rows = new ImageRows(database);
        this.facts = new ContentFacts(database);
        this.labels = new DrawnLabels(database);
        this.findings = new ImageFindings(database);
    }

    @Override
    public List<ListedImage> page(
            DatasetId dataset, long generation, Wanted wanted, @Nullable LogicalPath after, int limit) {
        return database.in(() -> page(
                dataset,
                generation,
                paths.page(dataset, generation, wanted, after == null ? "" : after.value(), limit)));
    }

    @Override
    public Optional<ListedImage> find(DatasetId dataset, long generation, LogicalPath path) {
        return database.in(
                () -> page(dataset, generation, List.of(path.value())).stream().findFirst());
    }

    private List<ListedImage> page(DatasetId dataset, long generation, List<String> on) {
        if (on.isEmpty()) {
            return List.of();
        }
        var found = rows.of(dataset, generation, on);
        var known = facts.of(
                dataset, found.stream().map(image -> image.row().sha256()).collect(Collectors.toSet()));
        var drawn = labels.of(dataset, generation, found);
        var problems = findings.of(dataset, generation, found);
        return found.stream()
                .map(image -> new ListedImage(
                        image.row(),
                        image.size(),
                        known.getOrDefault(image.row().sha256(), UNKNOWN),
                        image.classes(),
                        drawn.getOrDefault(image.row().path(), List.of()),
                        problems.getOrDefault(image.row().path(), List.of())))
                .toList();
    }

    @Override
    public long count(DatasetId dataset, long generation, Wanted wanted) {
        return paths.count(dataset, generation, wanted);
    }

    @Override
    public Optional<ImageFacts> findFacts(DatasetId dataset, Sha256 content) {
        return facts.find(dataset, content);
    }
}
