package dev.gotgan.server.upload.spool;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gotgan.server.upload.multipart.MultipartReader;
import dev.gotgan.server.upload.multipart.PartHead;
import dev.gotgan.server.web.problem.Code;
import dev.gotgan.server.web.problem.Refused;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Takes a form in, part by part, in any order. An archive gets a file of its own; many files share one, each a
/// stretch of it, since ten thousand small ones cost more to create than to receive.
public final class ReceiveForm {
    private static final int LONGEST_FIELD = 1 << 16;
    private static final int BUFFER = 1 << 16;

    private final Limits limits;
    private final Set<String> known;

    /// @param known fields that are no files; any other is refused
    public ReceiveForm(Limits limits, Set<String> known) {
        this.limits = limits;
        this.known = Set.copyOf(known);
    }

    /// Reads `body` to its end; everything lies in `spool` then, and goes with it.
    ///
    /// @param announced the header `Content-Length`; -1 where it is not said
    public ReceivedUpload receive(InputStream body, long announced, String boundary, Spool spool) throws IOException {
        limits.announced(announced);
        var reader = new MultipartReader(new CountedBody(body, limits), boundary);
        try (var form = new Form(spool.folder())) {
            for (var head = reader.findNext(); head.isPresent(); head = reader.findNext()) {
                form.take(head.get(), reader.body());
            }
            form.flush();
            return new ReceivedUpload(form.fields, form.archives, form.files);
        }
    }

    private final class Form implements AutoCloseable {
        private final Map<String, String> fields = new LinkedHashMap<>();
        private final List<Arrived> archives = new ArrayList<>();
        private final List<Arrived> files = new ArrayList<>();
        private final Path folder;
        private final Path shared;
        private final OutputStream stretches;
        private final byte[] buffer = new byte[BUFFER];
        private long written;

        Form(Path folder) throws IOException {
            this.folder = folder;
            this.shared = folder.resolve("files");
            this.stretches = new BufferedOutputStream(Files.newOutputStream(shared), BUFFER * 4);
        }

        void take(PartHead head, InputStream bytes) throws IOException {
            var filename = head.filename();
            switch (head.name()) {
                case "file" -> archive(filename == null ? "" : filename, bytes);
                case "files" -> file(filename == null ? "" : filename, bytes);
                default -> field(head.name(), bytes);
            }
        }

        private void archive(String name, InputStream bytes) throws IOException {
            var spool = folder.resolve("archive-" + archives.size());
            try (var out = Files.newOutputStream(spool)) {
                archives.add(new Arrived(name, spool, 0, copy(bytes, out)));
            }
            bounded();
        }

        private void file(String name, InputStream bytes) throws IOException {
            long size = copy(bytes, stretches);
            files.add(new Arrived(name, shared, written, size));
            written += size;
            bounded();
        }

        private void bounded() {
            limits.countFiles(files.size() + archives.size());
        }

        private void field(String name, InputStream bytes) throws IOException {
            if (!known.contains(name)) {
                throw new Refused(
                        Code.FIELD_UNKNOWN,
                        "'" + name + "' is no field of this form: file, files, " + String.join(", ", known));
            }
            var value = bytes.readNBytes(LONGEST_FIELD + 1);
            if (value.length > LONGEST_FIELD) {
                throw new Refused(Code.FIELD_INVALID, "The field " + name + " is longer than 65,536 bytes.");
            }
            if (fields.put(name, new String(value, UTF_8).strip()) != null) {
                throw new Refused(Code.FIELD_INVALID, "The field " + name + " stands there twice.");
            }
        }

        private long copy(InputStream bytes, OutputStream out) throws IOException {
            long size = 0;
            for (int n = bytes.read(buffer); n >= 0; n = bytes.read(buffer)) {
                out.write(buffer, 0, n);
                size += n;
            }
            return size;
        }

        void flush() throws IOException {
            stretches.flush();
        }

        @Override
        public void close() throws IOException {
            stretches.close();
        }
    }
}
