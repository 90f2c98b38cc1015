package dev.gotgan.cli.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/// A `multipart/form-data` body that is read from its files while it is sent.
public final class Multipart {
    private final String boundary = "gotgan-" + UUID.randomUUID();
    private final List<Supplier<InputStream>> parts = new ArrayList<>();
    private final LongConsumer progress;

    /// Tells `progress` how many bytes were taken from the body.
    public Multipart(LongConsumer progress) {
        this.progress = progress;
    }

    public Multipart field(String name, String value) {
        add("Content-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(name, value));
        return this;
    }

    /// A file under a path of the dataset: slashes stay, quotes and line ends are escaped as browsers do.
    public Multipart file(String name, String path, Path file) {
        add(
                "Content-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                        .formatted(name, escaped(path)));
        parts.add(() -> open(file));
        parts.add(() -> bytes("\r\n"));
        return this;
    }

    public String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    public HttpRequest.BodyPublisher body() {
        return HttpRequest.BodyPublishers.ofInputStream(
                () -> new Counted(new SequenceInputStream(Collections.enumeration(lazily()))));
    }

    private List<InputStream> lazily() {
        var streams = new ArrayList<InputStream>();
        parts.forEach(part -> streams.add(new Lazy(part)));
        streams.add(bytes("--" + boundary + "--\r\n"));
        return streams;
    }

    private void add(String head) {
        parts.add(() -> bytes("--" + boundary + "\r\n" + head));
    }

    private static String escaped(String path) {
        return path.replace("\r", "%0D").replace("\n", "%0A").replace("\"", "%22");
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static InputStream open(Path file) {
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Opened when it is first read, closed by the sequence after its end: one open file at a time.
    private static final class Lazy extends InputStream {
        private final Supplier<InputStream> source;
        private InputStream opened = InputStream.nullInputStream();
        private boolean begun;

        private Lazy(Supplier<InputStream> source) {
            this.source = source;
        }

        private InputStream in() {
            if (!begun) {
                begun = true;
                opened = source.get();
            }
            return opened;
        }

        @Override
        public int read() throws IOException {
            return in().read();
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return in().read(into, offset, length);
        }

        @Override
        public void close() throws IOException {
            opened.close();
        }
    }

    private final class Counted extends java.io.FilterInputStream {
        private Counted(InputStream body) {
            super(body);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int n = in.read(into, offset, length);
            if (n > 0) {
                progress.accept(n);
            }
            return n;
        }
    }
}
