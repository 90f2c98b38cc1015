package dev.gotgan.engine.dataset;

import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.facts.Analysis;
import dev.gotgan.engine.facts.Format;
import dev.gotgan.engine.facts.TaskType;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/// The document at `{storage_path}meta.json`: what the head is, for whoever reads the bucket without the database
/// (`spec/meta.schema.json`).
///
/// @param bytes sum of all files' sizes
public record MetaJson(
        DatasetId id,
        String name,
        Format format,
        TaskType taskType,
        List<String> classNames,
        long images,
        List<Analysis.Split> splits,
        double averageWidth,
        double averageHeight,
        long bytes,
        Sha256 contentHash,
        Instant modified,
        int version,
        long generation) {
    private static final JsonFactory JSON = JsonFactory.builder().build();

    /// Whether the live tree beside the document is already what the document says.
    public enum Tree {
        /// Files are being overwritten or removed right now; read again soon.
        PUBLISHING,
        CLEAN
    }

    /// The document in UTF-8, indented, with a final line feed.
    public byte[] render(Tree tree) {
        var out = new ByteArrayOutputStream();
        try (var json = JSON.createGenerator(new Indented(), out)) {
            write(json, tree);
        }
        out.write('\n');
        return out.toByteArray();
    }

    private void write(JsonGenerator json, Tree tree) {
        json.writeStartObject();
        json.writeStringProperty("id", id.value());
        json.writeStringProperty("name", name);
        json.writeStringProperty("format", format.wire());
        json.writeStringProperty("task_type", taskType.wire());
        json.writeNumberProperty("num_classes", classNames.size());
        json.writeNumberProperty("num_images", images);
        json.writeArrayPropertyStart("class_names");
        classNames.forEach(json::writeString);
        json.writeEndArray();
        json.writeObjectPropertyStart("splits");
        splits.forEach(split -> json.writeNumberProperty(split.name(), split.images()));
        json.writeEndObject();
        json.writeObjectPropertyStart("statistics");
        json.writeNumberProperty("avg_width", rounded(averageWidth));
        json.writeNumberProperty("avg_height", rounded(averageHeight));
        json.writeNumberProperty("total_size_mb", megabytes(bytes));
        json.writeEndObject();
        json.writeStringProperty("content_hash", contentHash.hex());
        json.writeStringProperty("last_modified", modified.toString());
        json.writeNumberProperty("version", version);
        json.writeNumberProperty("generation", generation);
        json.writeStringProperty("tree", tree == Tree.CLEAN ? "clean" : "publishing");
        json.writeEndObject();
    }

    /// Bytes as `_mb` says everywhere: 10^6 bytes, two decimals.
    public static BigDecimal megabytes(long bytes) {
        return BigDecimal.valueOf(bytes).divide(BigDecimal.valueOf(1_000_000), 2, RoundingMode.HALF_UP);
    }

    private static BigDecimal rounded(double number) {
        return BigDecimal.valueOf(number).setScale(1, RoundingMode.HALF_UP);
    }

    private static final class Indented extends ObjectWriteContext.Base {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter();
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }
}
