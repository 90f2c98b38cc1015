package dev.gotgan.engine.format;

import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.facts.Analysis;
import dev.gotgan.engine.facts.AnalysisHint;
import dev.gotgan.engine.facts.ImageFacts;
import dev.gotgan.engine.facts.LabelFacts;
import dev.gotgan.engine.format.tree.KnownFacts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Very many files of which the images have no bytes: their facts are made up, so that only the tree costs time.
final class BigTree implements KnownFacts {
    private final Map<LogicalPath, FileEntry> files = new TreeMap<>();
    private final Map<Sha256, ImageFacts> images = new HashMap<>();
    private final Map<Sha256, LabelFacts> labels = new HashMap<>();
    private final FactReader reader = new FactReader();

    /// A picture of another content than all before.
    BigTree image(String path, int width) {
        var sha = Sha256.of(ByteBuffer.allocate(32).putInt(files.size()).array());
        images.put(sha, new ImageFacts(ImageFacts.Kind.JPEG, width, 48, 1, 1, 8, null, null));
        return file(path, sha);
    }

    BigTree image(String path) {
        return image(path, 64);
    }

    BigTree label(String path, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        var digest = Sha256.newDigest();
        var sha = Sha256.of(digest.digest(bytes));
        if (!labels.containsKey(sha)) {
            read(path, bytes, sha);
        }
        return file(path, sha);
    }

    private void read(String path, byte[] bytes, Sha256 sha) {
        try {
            reader.read(LogicalPath.of(path), new ByteArrayInputStream(bytes), annotation -> {})
                    .findLabel(sha)
                    .ifPresent(facts -> labels.put(sha, facts));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private BigTree file(String path, Sha256 sha) {
        var at = LogicalPath.of(path);
        files.put(at, new FileEntry(at, sha, 1));
        return this;
    }

    @Override
    public @Nullable ImageFacts image(Sha256 content) {
        return images.get(content);
    }

    @Override
    public @Nullable LabelFacts label(Sha256 content) {
        return labels.get(content);
    }

    /// As an upload is looked at: without its wrapping folder if it is better so, then as a whole.
    Analysis analyze() {
        new StripTop().find(files.values(), this);
        return new AnalyzeTree().of(files.values(), this, AnalysisHint.NONE);
    }
}
