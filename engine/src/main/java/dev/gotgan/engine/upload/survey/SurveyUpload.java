package dev.gotgan.engine.upload.survey;

import dev.gotgan.engine.analysis.Workroom;
import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.facts.ImageFacts;
import dev.gotgan.engine.format.FactReader;
import dev.gotgan.engine.format.LabelPaths;
import dev.gotgan.engine.upload.source.UploadRefused;
import dev.gotgan.engine.upload.source.UploadSource;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.List;

/// Pass 1: every byte is read once, hashed, and asked what it is. Nothing is stored.
public final class SurveyUpload {
    /// So many first bytes tell what a file is.
    static final int HEAD = 512;

    private final Workroom room;

    /// Surveys write down in its spool what may not fit in memory.
    public SurveyUpload(Workroom room) {
        this.room = room;
    }

    /// Surveys `source`; the caller closes the result.
    ///
    /// @throws UploadRefused `archive_empty`, and whatever the source refuses
    /// @throws dev.gotgan.engine.analysis.TooManyFiles there is no room in memory for its files
    public Survey of(UploadSource source, ShapeRule shape) throws IOException {
        var facts = new SpooledFacts(room);
        try {
            var pass = new Pass(facts);
            var warnings = source.survey(pass);
            var survey = shape.apply(new Survey(source, sorted(pass.files), "", sorted(pass.images), facts, warnings));
            if (survey.files().isEmpty()) {
                throw new UploadRefused(
                        "archive_empty", "There is no file in this upload that could be stored.", List.of());
            }
            return survey;
        } catch (IOException | RuntimeException e) {
            facts.close();
            throw e;
        }
    }

    private static <T extends Comparable<T>> List<T> sorted(List<T> list) {
        return list.stream().sorted().toList();
    }

    private static final class Pass implements UploadSource.Visitor {
        private final List<FileEntry> files = new ArrayList<>();
        private final List<LogicalPath> images = new ArrayList<>();
        private final FactReader reader = new FactReader();
        private final SpooledFacts facts;

        private Pass(SpooledFacts facts) {
            this.facts = facts;
        }

        @Override
        public void file(LogicalPath path, InputStream raw) throws IOException {
            facts.expect(1);
            var digest = Sha256.newDigest();
            var counted = new Counted(new DigestInputStream(raw, digest));
            var bytes = new BufferedInputStream(counted, 1 << 16);
            if (isImage(bytes)) {
                images.add(path);
            }
            var spooled = facts.begin();
            var read = reader.read(path, bytes, annotation -> {
                try {
                    spooled.add(annotation);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            var sha256 = Sha256.of(digest.digest());
            ImageFacts image = read.image();
            if (image != null) {
                facts.add(sha256, image);
            }
            read.findLabel(sha256).ifPresent(facts::add);
            spooled.end(sha256);
            files.add(new FileEntry(path, sha256, counted.count));
        }

        private static boolean isImage(BufferedInputStream bytes) throws IOException {
            bytes.mark(HEAD);
            var head = bytes.readNBytes(HEAD);
            bytes.reset();
            return LabelPaths.isImage(head, head.length);
        }
    }

    private static final class Counted extends java.io.FilterInputStream {
        private long count;

        private Counted(InputStream bytes) {
            super(bytes);
        }

        @Override
        public int read() throws IOException {
            int b = in.read();
            count += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int n = in.read(into, offset, length);
            count += Math.max(n, 0);
            return n;
        }
    }
}
