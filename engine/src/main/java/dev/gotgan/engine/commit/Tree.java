package dev.gotgan.engine.commit;

import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.facts.ImageFacts;
import dev.gotgan.engine.facts.ImageRow;
import dev.gotgan.engine.facts.LabelFacts;
import dev.gotgan.engine.store.Etag;
import dev.gotgan.engine.store.Key;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What a generation holds: its files, where their bytes are, and what is known of them. A dataset or
/// generation that does not exist holds nothing.
public interface Tree {
    /// Every file of `generation` in path order; the rows are streamed.
    void forEachFile(DatasetId dataset, long generation, Consumer<FileEntry> each);

    /// Files in path order, of which the path starts with `prefix` and sorts after `after` (null: from the
    /// first).
    List<FileEntry> page(DatasetId dataset, long generation, String prefix, @Nullable LogicalPath after, int limit);

    /// Where the bytes of these paths are, in any order; paths that the generation does not hold are left out.
    List<Located> locate(DatasetId dataset, long generation, Collection<LogicalPath> paths);

    /// For each of these contents one place in the live tree where it was last published, whatever generation it is of;
    /// contents that are nowhere are left out.
    Map<Sha256, Live> findLive(DatasetId dataset, Collection<Sha256> contents);

    /// Facts of every content of `generation` that has some, each content once.
    void forEachFact(DatasetId dataset, long generation, FactSink sink);

    /// The image rows of `generation` in path order, their classes by name.
    void forEachImage(DatasetId dataset, long generation, ImageSink sink);

    /// A file and the places to read it from: the live object first, if `published` has this content there
    /// (pending or not), then a durable copy.
    record Located(
            FileEntry file, @Nullable Live live, @Nullable Key copy) {}

    record Live(Key key, Etag etag) {}

    interface FactSink {
        void image(Sha256 content, ImageFacts facts);

        void label(LabelFacts facts);
    }

    interface ImageSink {
        /// The row's own class indices are empty; `classes` are the names, ascending.
        void image(ImageRow row, List<String> classes);
    }
}
