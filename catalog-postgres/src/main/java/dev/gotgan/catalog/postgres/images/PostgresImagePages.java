package dev.gotgan.catalog.postgres.images;

import dev.gotgan.catalog.postgres.sql.Columns;
import dev.gotgan.catalog.postgres.sql.Database;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.facts.ImageFacts;
import dev.gotgan.engine.facts.ImageRow;
import dev.gotgan.engine.gallery.ImagePages;
import dev.gotgan.engine.gallery.ListedImage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// [ImagePages] on PostgreSQL: which paths are on the page, by the index of their filter; then what is said of those.
///
/* Every statement is planned for the values that it has: a plan for any limit takes it for a tenth of the table. */
public final class PostgresImagePages implements ImagePages {
    private static final ImageFacts UNKNOWN = new ImageFacts(ImageFacts.Kind.OTHER, 0, 0, 1, 1, 0, null, null);

    private final Database database;
    private final FilteredPaths paths;
    private final DrawnLabels labels;
    private final ImageFindings findings;

    public PostgresImagePages(Database database) {
        this.database = database;
        this.paths = new FilteredPaths(database);
        this.labels = new DrawnLabels(database);
        this.findings = new ImageFindings(database);
    }

    /// A row of an image, before what lies in other tables was added.
    ///
    /// @param label content of its label file; null where that is not there
    record Found(
            ImageRow row,
            long size,
            ImageFacts facts,
            List<String> classes,
            @Nullable Sha256 label) {}

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
        var found = rows(dataset, generation, on);
        var drawn = labels.of(dataset, generation, found);
        var problems = findings.of(dataset, generation, found);
        return found.stream()
                .map(image -> new ListedImage(
                        image.row(),
                        image.size(),
                        image.facts(),
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
        return database.sql("""
                select kind, width, height, exif_orientation, frames, bits, error, notice
                  from image_facts
                 where dataset = :dataset and sha256 = decode(:content, 'hex')
                """)
                .param("dataset", dataset.value())
                .param("content", content.hex())
                .query((row, n) -> facts(row))
                .optional();
    }

    private List<Found> rows(DatasetId dataset, long generation, List<String> on) {
        return database.sql("""
                select r.path, r.sha256, r.split, r.label_path, r.label_ref, r.objects, r.classes,
                       coalesce(f.size, 0) as size, l.sha256 as label_sha,
                       i.kind, i.width, i.height, i.exif_orientation, i.frames, i.bits, i.error, i.notice
                  from unnest(:paths::text[]) as asked (path)
                 cross join lateral (
                       select * from image_rows
                        where dataset = :dataset and path = asked.path collate "C"
                          and gen_from <= :generation and (gen_to is null or gen_to > :generation)
                        limit 1) r
                  left join lateral (
                       select size from files
                        where dataset = :dataset and path = r.path
                          and gen_from <= :generation and (gen_to is null or gen_to > :generation)
                        limit 1) f on true
                  left join lateral (
                       select sha256 from files
                        where dataset = :dataset and path = r.label_path
                          and gen_from <= :generation and (gen_to is null or gen_to > :generation)
                        limit 1) l on true
                  left join lateral (
                       select * from image_facts where dataset = :dataset and sha256 = r.sha256 limit 1) i on true
                 order by r.path
                """)
                .param("dataset", dataset.value())
                .param("generation", generation)
                .param("paths", on.toArray(String[]::new))
                .query((row, n) -> found(row))
                .list();
    }

    private static Found found(ResultSet row) throws SQLException {
        var label = row.getString("label_path");
        var image = new ImageRow(
                Columns.path(row, "path"),
                Columns.content(row, "sha256"),
                row.getString("split"),
                label == null ? null : new LogicalPath(label),
                row.getString("label_ref"),
                row.getInt("objects"),
                List.of());
        return new Found(
                image,
                row.getLong("size"),
                row.getString("kind") == null ? UNKNOWN : facts(row),
                Columns.texts(row, "classes"),
                Columns.contentOrNull(row, "label_sha"));
    }

    private static ImageFacts facts(ResultSet row) throws SQLException {
        return new ImageFacts(
                Columns.word(ImageFacts.Kind.class, row, "kind"),
                row.getInt("width"),
                row.getInt("height"),
                row.getInt("exif_orientation"),
                row.getInt("frames"),
                row.getInt("bits"),
                row.getString("error"),
                row.getString("notice"));
    }
}
