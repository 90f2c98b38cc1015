package dev.gotgan.engine.upload.survey;

import dev.gotgan.engine.analysis.FileBudget;
import dev.gotgan.engine.analysis.Workroom;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.facts.Annotation;
import dev.gotgan.engine.facts.ImageFacts;
import dev.gotgan.engine.facts.LabelFacts;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Facts of an upload's contents. What each content says of itself stays in memory; its annotations, of
/// which there may be millions, lie in a file until the commit copies them into the database. Several
/// threads may add; what was added is read when they are done.
public final class SpooledFacts implements FreshFacts, AutoCloseable {
    private final Map<Sha256, ImageFacts> images = new HashMap<>();
    private final Map<Sha256, LabelFacts> labels = new HashMap<>();
    private final List<@Nullable Sha256> contents = new ArrayList<>();
    private final Set<Sha256> seen = new HashSet<>();
    private final FileBudget.Share room;
    private final Path file;
    private final DataOutputStream out;

    SpooledFacts(Workroom workroom) throws IOException {
        room = workroom.files().share();
        file = Files.createTempFile(workroom.spool(), "annotations", ".bin");
        out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
    }

    /// Before `files` more are looked into.
    ///
    /// @throws dev.gotgan.engine.analysis.TooManyFiles there is no room in memory for them
    void expect(long files) {
        room.sent(files);
    }

    synchronized void add(Sha256 content, ImageFacts facts) {
        images.put(content, facts);
    }

    synchronized void add(LabelFacts facts) {
        labels.put(facts.sha256(), facts);
    }

    /// Annotations are met before the hash of their file is known, so they are written under a number.
    synchronized Spooled begin() {
        contents.add(null);
        return new Spooled(contents.size() - 1);
    }

    /// The annotations of the file that is being read now.
    final class Spooled {
        private final int number;

        private Spooled(int number) {
            this.number = number;
        }

        void add(Annotation annotation) throws IOException {
            synchronized (SpooledFacts.this) {
                out.writeInt(number);
                write(annotation);
            }
        }

        /// The file is read; one content's annotations count once, however many files have it.
        void end(Sha256 content) {
            synchronized (SpooledFacts.this) {
                contents.set(number, seen.add(content) ? content : null);
            }
        }
    }

    private void write(Annotation annotation) throws IOException {
        writeText(annotation.imageRef());
        out.writeInt(annotation.ordinal());
        writeText(annotation.classRef());
        writeText(annotation.shape());
        out.writeBoolean(annotation.normalised());
        out.writeInt(annotation.numbers().length);
        for (double number : annotation.numbers()) {
            out.writeDouble(number);
        }
    }

    private void writeText(String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    @Override
    public @Nullable ImageFacts image(Sha256 content) {
        return images.get(content);
    }

    @Override
    public @Nullable LabelFacts label(Sha256 content) {
        return labels.get(content);
    }

    @Override
    public void forEach(Sink sink) {
        images.forEach(sink::image);
        labels.values().forEach(sink::label);
        try {
            out.flush();
            try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
                readAnnotations(in, sink);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readAnnotations(DataInputStream in, Sink sink) throws IOException {
        for (var head = in.readNBytes(4); head.length == 4; head = in.readNBytes(4)) {
            var content = contents.get(ByteBuffer.wrap(head).getInt());
            var annotation = read(in);
            if (content != null) {
                sink.annotation(content, annotation);
            }
        }
    }

    private static Annotation read(DataInputStream in) throws IOException {
        String imageRef = readText(in);
        int ordinal = in.readInt();
        String classRef = readText(in);
        String shape = readText(in);
        boolean normalised = in.readBoolean();
        var numbers = new double[in.readInt()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = in.readDouble();
        }
        return new Annotation(imageRef, ordinal, classRef, shape, normalised, numbers);
    }

    private static String readText(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        room.close();
        out.close();
        Files.deleteIfExists(file);
    }
}
