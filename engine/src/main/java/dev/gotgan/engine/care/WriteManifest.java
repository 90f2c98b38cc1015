package dev.gotgan.engine.care;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gotgan.engine.commit.Head;
import dev.gotgan.engine.commit.Tree;
import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.store.ObjectStore;
import dev.gotgan.engine.store.StoreLayout;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes `manifests/{id}/{generation}.jsonl.gz`: a first line about the generation, then a line for each file in the
/// order that `content_hash` is made of (`spec/layout.md`).
public final class WriteManifest {
    private static final JsonFactory JSON = JsonFactory.builder().build();

    private final Tree tree;
    private final ObjectStore store;
    private final Path spool;

    /// @param spool folder for what is not sent yet: a manifest is as long as the dataset has files
    public WriteManifest(Tree tree, ObjectStore store, Path spool) {
        this.tree = tree;
        this.store = store;
        this.spool = spool;
    }

    /// The same bytes each time. Nothing is written but the whole document.
    void of(Head head) {
        try {
            var file = Files.createTempFile(spool, "manifest", null);
            try {
                write(head, file);
                var key = StoreLayout.manifest(head.dataset(), head.generation());
                store.replace(key, hash(file), Files.size(file), () -> Files.newInputStream(file));
                store.settle();
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Head head, Path file) throws IOException {
        try (var out = new GZIPOutputStream(Files.newOutputStream(file), 1 << 16)) {
            line(out, json -> {
                json.writeStringProperty("id", head.dataset().value());
                json.writeNumberProperty("generation", head.generation());
                json.writeNumberProperty("version", head.version());
                json.writeStringProperty("storage_path", head.storagePath());
                json.writeStringProperty("content_hash", head.contentHash().hex());
                json.writeNumberProperty("num_files", head.files());
                json.writeNumberProperty("size", head.bytes());
            });
            tree.forEachFile(head.dataset(), head.generation(), entry -> line(out, json -> entry(json, entry)));
        }
    }

    private static void entry(JsonGenerator json, FileEntry entry) {
        json.writeStringProperty("sha256", entry.sha256().hex());
        json.writeNumberProperty("size", entry.size());
        json.writeStringProperty("path", entry.path().value());
    }

    private interface Fields {
        void write(JsonGenerator json);
    }

    private static void line(OutputStream out, Fields fields) {
        var line = new StringWriter();
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        }
        try {
            out.write(line.append('\n').toString().getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sha256 hash(Path file) throws IOException {
        try (var bytes = Files.newInputStream(file)) {
            return Sha256.hash(bytes);
        }
    }
}
