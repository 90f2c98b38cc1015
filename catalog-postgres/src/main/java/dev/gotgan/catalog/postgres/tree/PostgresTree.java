package dev.gotgan.catalog.postgres.tree;

import dev.gotgan.catalog.postgres.sql.Columns;
import dev.gotgan.catalog.postgres.sql.Database;
import dev.gotgan.engine.commit.Tree;
import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.store.Etag;
import dev.gotgan.engine.store.Key;
import dev.gotgan.engine.store.StoreLayout;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// [Tree] on PostgreSQL.
public final class PostgresTree implements Tree {
    private static final int FETCH = 5000;
    /// Sorts after every path: paths hold no noncharacters.
    private static final String LAST = new String(Character.toChars(Character.MAX_CODE_POINT));

    private final Database database;
    private final FactRows facts;

    public PostgresTree(Database database) {
        this.database = database;
        this.facts = new FactRows(database, FETCH);
    }

    @Override
    public void forEachFile(DatasetId dataset, long generation, Consumer<FileEntry> each) {
        database.reading(() -> database.sql("""
                select path, sha256, size
                  from files
                 where dataset = :dataset and gen_from <= :generation and (gen_to is null or gen_to > :generation)
                 order by path
                """)
                .param("dataset", dataset.value())
                .param("generation", generation)
                .withFetchSize(FETCH)
                .query(row -> {
                    each.accept(file(row));
                }));
    }

    @Override
    public List<FileEntry> page(
            DatasetId dataset, long generation, String prefix, @Nullable LogicalPath after, int limit) {
        return database.sql("""
                select path, sha256, size
                  from files
                 where dataset = :dataset and gen_from <= :generation and (gen_to is null or gen_to > :generation)
                   and path > :after and path >= :prefix and path < :end
                 order by path
                 limit :limit
                """)
                .param("dataset", dataset.value())
                .param("generation", generation)
                .param("after", after == null ? "" : after.value())
                .param("prefix", prefix)
                .param("end", prefix + LAST)
                .param("limit", limit)
                .query((row, n) -> file(row))
                .list();
    }

    @Override
    public List<Located> locate(DatasetId dataset, long generation, Collection<LogicalPath> paths) {
        return database.sql("""
                select f.path, f.sha256, f.size, d.storage_path, p.etag,
                       (select c.key from copies c
                         where c.dataset = f.dataset and c.sha256 = f.sha256 and c.state = 'durable' limit 1) as copy
                  from unnest(:paths::text[]) as asked (path)
                  join files f on f.dataset = :dataset and f.path = asked.path collate "C"
                  join datasets d on d.id = f.dataset
                  left join published p on p.dataset = f.dataset and p.path = f.path and p.sha256 = f.sha256
                 where f.gen_from <= :generation and (f.gen_to is null or f.gen_to > :generation)
                """)
                .param("dataset", dataset.value())
                .param("generation", generation)
                .param("paths", paths.stream().map(LogicalPath::value).toArray(String[]::new))
                .query((row, n) -> located(row))
                .list();
    }

    @Override
    public Map<Sha256, Live> findLive(DatasetId dataset, Collection<Sha256> contents) {
        var live = new HashMap<Sha256, Live>();
        database.sql("""
                select p.sha256, p.path, p.etag, d.storage_path
                  from unnest(:contents::bytea[]) as asked (sha256)
                 cross join lateral (
                       select sha256, path, etag from published
                        where dataset = :dataset and sha256 = asked.sha256 and etag is not null and drift is null
                        limit 1) p
                  join datasets d on d.id = :dataset
                """)
                .param("dataset", dataset.value())
                .param("contents", contents.stream().map(Sha256::bytes).toArray(byte[][]::new))
                .query(row -> {
                    var key = StoreLayout.live(row.getString("storage_path"), Columns.path(row, "path"));
                    live.put(Columns.content(row, "sha256"), new Live(key, new Etag(row.getString("etag"))));
                });
        return live;
    }

    @Override
    public void forEachFact(DatasetId dataset, long generation, FactSink sink) {
        database.reading(() -> facts.forEach(dataset, generation, sink));
    }

    @Override
    public void forEachImage(DatasetId dataset, long generation, ImageSink sink) {
        database.reading(() -> database.sql("""
                select path, sha256, split, label_path, label_ref, objects, classes
                  from image_rows
                 where dataset = :dataset and gen_from <= :generation and (gen_to is null or gen_to > :generation)
                 order by path
                """)
                .param("dataset", dataset.value())
                .param("generation", generation)
                .withFetchSize(FETCH)
                .query(row -> {
                    sink.image(ImageColumns.row(row), Columns.texts(row, "classes"));
                }));
    }

    private static FileEntry file(ResultSet row) throws SQLException {
        return new FileEntry(Columns.path(row, "path"), Columns.content(row, "sha256"), row.getLong("size"));
    }

    private static Located located(ResultSet row) throws SQLException {
        var file = file(row);
        var etag = row.getString("etag");
        var copy = row.getString("copy");
        return new Located(
                file,
                etag == null
                        ? null
                        : new Live(StoreLayout.live(row.getString("storage_path"), file.path()), new Etag(etag)),
                copy == null ? null : new Key(copy));
    }
}
