package dev.gotgan.engine.format;

import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.facts.Analysis;
import dev.gotgan.engine.facts.AnalysisHint;
import dev.gotgan.engine.facts.Annotation;
import dev.gotgan.engine.facts.ImageFacts;
import dev.gotgan.engine.facts.LabelFacts;
import dev.gotgan.engine.format.tree.KnownFacts;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/// Files on their way in, as pass 1 of an upload sees them: each streamed once, hashed and read at the same time.
public final class Upload implements KnownFacts {
    private final TreeMap<LogicalPath, FileEntry> files = new TreeMap<>();
    private final Map<Sha256, ImageFacts> images = new HashMap<>();
    private final Map<Sha256, LabelFacts> labels = new HashMap<>();
    private final List<Annotation> annotations = new ArrayList<>();
    private final FactReader reader = new FactReader();

    public Upload with(String path, byte[] content) {
        return with(path, new ByteArrayInputStream(content));
    }

    Upload with(String path, String text) {
        return with(path, text.getBytes(StandardCharsets.UTF_8));
    }

    public Upload with(String path, InputStream content) {
        try {
            var at = LogicalPath.of(path);
            var counted = new Counted(content);
            var hashed = new DigestInputStream(counted, Sha256.newDigest());
            var facts = reader.read(at, hashed, annotations::add);
            var sha = Sha256.of(hashed.getMessageDigest().digest());
            files.put(at, new FileEntry(at, sha, counted.count));
            if (facts.image() != null) {
                images.put(sha, facts.image());
            }
            facts.findLabel(sha).ifPresent(label -> labels.put(sha, label));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Everything in a zip, names as they are.
    static Upload zip(Path zip) throws IOException {
        var upload = new Upload();
        try (var in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.isDirectory()) {
                    upload.with(entry.getName(), in);
                }
            }
        }
        return upload;
    }

    public Analysis analyze() {
        return analyze(AnalysisHint.NONE);
    }

    public Analysis analyze(AnalysisHint hint) {
        return new AnalyzeTree().of(files.values(), this, hint);
    }

    Iterable<FileEntry> files() {
        return files.values();
    }

    List<Annotation> annotations() {
        return annotations;
    }

    @Override
    public @Nullable ImageFacts image(Sha256 content) {
        return images.get(content);
    }

    @Override
    public @Nullable LabelFacts label(Sha256 content) {
        return labels.get(content);
    }

    private static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int n = super.read(into, offset, length);
            count += Math.max(n, 0);
            return n;
        }

        @Override
        public void close() {
            // the zip goes on
        }
    }
}
