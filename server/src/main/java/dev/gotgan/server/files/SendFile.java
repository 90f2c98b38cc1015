package dev.gotgan.server.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gotgan.engine.commit.Tree;
import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.MediaType;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.read.OpenFile;
import dev.gotgan.server.web.problem.Code;
import dev.gotgan.server.web.problem.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/// Sends one file, or a part of it. Its ETag is the hash of its bytes, so it may be kept for ever and asked for
/// again.
final class SendFile {
    private static final int BUFFER = 1 << 16;

    private final Tree tree;
    private final OpenFile files;

    SendFile(Tree tree, OpenFile files) {
        this.tree = tree;
        this.files = files;
    }

    /// A file of one generation.
    record Wanted(DatasetId dataset, long generation, LogicalPath path) {}

    void run(Wanted wanted, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getHeader(HttpHeaders.RANGE) == null && request.getMethod().equals("GET")) {
            whole(wanted, request, response);
            return;
        }
        var file = tree.locate(wanted.dataset(), wanted.generation(), List.of(wanted.path())).stream()
                .findFirst()
                .orElseThrow(() -> missing(wanted.path()))
                .file();
        describe(file, response);
        if (unchanged(file, request)) {
            response.setStatus(HttpStatus.NOT_MODIFIED.value());
            return;
        }
        var range = range(file, request);
        range.ifPresent(part -> {
            response.setStatus(HttpStatus.PARTIAL_CONTENT.value());
            response.setHeader(HttpHeaders.CONTENT_RANGE, part.contentRange(file.size()));
        });
        long length = range.map(ByteRange::length).orElse(file.size());
        response.setContentLengthLong(length);
        if (request.getMethod().equals("GET")) {
            part(wanted, range.map(ByteRange::first).orElse(0L), length, response);
        }
    }

    private void whole(Wanted wanted, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var opened = files.find(wanted.dataset(), wanted.generation(), wanted.path())
                .orElseThrow(() -> missing(wanted.path()));
        try (var bytes = opened.bytes()) {
            describe(opened.file(), response);
            if (unchanged(opened.file(), request)) {
                response.setStatus(HttpStatus.NOT_MODIFIED.value());
                return;
            }
            response.setContentLengthLong(opened.file().size());
            copy(bytes, opened.file().size(), response);
        }
    }

    private void part(Wanted wanted, long from, long length, HttpServletResponse response) throws IOException {
        var opened = files.findFrom(wanted.dataset(), wanted.generation(), wanted.path(), from)
                .orElseThrow(() -> missing(wanted.path()));
        try (var bytes = opened.bytes()) {
            copy(bytes, length, response);
        }
    }

    private static void copy(InputStream bytes, long length, HttpServletResponse response) throws IOException {
        var out = response.getOutputStream();
        var buffer = new byte[(int) Math.min(BUFFER, Math.max(length, 1))];
        for (long left = length; left > 0; ) {
            int n = bytes.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (n < 0) {
                throw new IOException("the stored file ends " + left + " bytes too soon");
            }
            out.write(buffer, 0, n);
            left -= n;
        }
    }

    private static void describe(FileEntry file, HttpServletResponse response) {
        var type = MediaType.of(file.path().name());
        var kind = type.equals(MediaType.BYTES) ? ContentDisposition.attachment() : ContentDisposition.inline();
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                kind.filename(file.path().name(), UTF_8).build().toString());
        response.setHeader(HttpHeaders.ETAG, etag(file));
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    }

    private static String etag(FileEntry file) {
        return "\"" + file.sha256() + "\"";
    }

    private static boolean unchanged(FileEntry file, HttpServletRequest request) {
        return Stream.ofNullable(request.getHeader(HttpHeaders.IF_NONE_MATCH))
                .flatMap(all -> Stream.of(all.split(",")))
                .map(String::strip)
                .anyMatch(tag -> tag.equals("*") || tag.replaceFirst("^W/", "").equals(etag(file)));
    }

    /// `If-Range` with another ETag means: then rather the whole file.
    private static Optional<ByteRange> range(FileEntry file, HttpServletRequest request) {
        var range = request.getHeader(HttpHeaders.RANGE);
        var condition = request.getHeader(HttpHeaders.IF_RANGE);
        return range == null || (condition != null && !condition.strip().equals(etag(file)))
                ? Optional.empty()
                : ByteRange.find(range, file.size());
    }

    private static Refused missing(LogicalPath path) {
        return new Refused(Code.FILE_NOT_FOUND, "The dataset holds no file " + path + ".");
    }
}
