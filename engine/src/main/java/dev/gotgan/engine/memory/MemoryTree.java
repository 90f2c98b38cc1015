package dev.gotgan.engine.memory;

import dev.gotgan.engine.commit.Tree;
import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.content.Utf8Order;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.memory.rows.CatalogRows;
import dev.gotgan.engine.memory.rows.DatasetRows;
import dev.gotgan.engine.store.StoreLayout;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

final class MemoryTree implements Tree {
    private final CatalogRows all;

    MemoryTree(CatalogRows all) {
        this.all = all;
    }

    @Override
    public void forEachFile(DatasetId dataset, long generation, Consumer<FileEntry> each) {
        rows(dataset, rows -> rows.files.at(generation)).forEach(each);
    }

    @Override
    public List<FileEntry> page(
            DatasetId dataset, long generation, String prefix, @Nullable LogicalPath after, int limit) {
        var first = after == null || Utf8Order.compare(prefix, after.value()) > 0 ? prefix : after.value();
        return rows(dataset, rows -> rows.files.from(first, generation)).stream()
                .filter(file -> !file.path().equals(after))
                .takeWhile(file -> file.path().value().startsWith(prefix))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Located> locate(DatasetId dataset, long generation, Collection<LogicalPath> paths) {
        return rows(
                dataset,
                rows -> paths.stream()
                        .flatMap(path -> rows.files.findAt(path.value(), generation).stream())
                        .map(file -> locate(rows, file))
                        .toList());
    }

    private static Located locate(DatasetRows rows, FileEntry file) {
        return new Located(
                file,
                findLive(rows, file).orElse(null),
                rows.copies.findDurable(file.sha256()).map(copy -> copy.key).orElse(null));
    }

    /// Pending or not: until the publisher has moved the bytes, they are still there.
    private static Optional<Live> findLive(DatasetRows rows, FileEntry file) {
        return rows.published
                .find(file.path())
                .map(row -> row.found)
                .filter(found -> found.sha256().equals(file.sha256()))
                .map(found -> new Live(StoreLayout.live(rows.head.storagePath(), file.path()), found.etag()));
    }

    @Override
    public Map<Sha256, Live> findLive(DatasetId dataset, Collection<Sha256> contents) {
        var live = new HashMap<Sha256, Live>();
        all.run(() -> all.find(dataset)
                .ifPresent(rows -> rows.published.all().forEach(row -> {
                    var found = row.found;
                    if (found != null && row.drift == null && contents.contains(found.sha256())) {
                        live.put(
                                found.sha256(),
                                new Live(StoreLayout.live(rows.head.storagePath(), row.path), found.etag()));
                    }
                })));
        return live;
    }

    @Override
    public void forEachFact(DatasetId dataset, long generation, FactSink sink) {
        var contents = rows(dataset, rows -> rows.files.at(generation)).stream()
                .map(FileEntry::sha256)
                .distinct()
                .toList();
        contents.forEach(content -> tell(content, sink));
    }

    private void tell(Sha256 content, FactSink sink) {
        all.run(() -> all.facts.tell(content, sink));
    }

    @Override
    public void forEachImage(DatasetId dataset, long generation, ImageSink sink) {
        rows(dataset, rows -> rows.images.at(generation)).forEach(image -> sink.image(image.row(), image.classes()));
    }

    private <T> List<T> rows(DatasetId dataset, Function<DatasetRows, List<T>> wanted) {
        return all.in(() -> all.find(dataset).map(wanted).orElse(List.of()));
    }
}
