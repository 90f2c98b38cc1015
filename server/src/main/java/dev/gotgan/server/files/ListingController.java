package dev.gotgan.server.files;

import dev.gotgan.engine.commit.Tree;
import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.server.web.Listing;
import dev.gotgan.server.web.Requires;
import dev.gotgan.server.web.Rule;
import dev.gotgan.server.web.problem.Code;
import dev.gotgan.server.web.problem.Refused;
import dev.gotgan.server.web.reading.Generations;
import dev.gotgan.server.web.reading.PathCursor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// Which files a dataset holds: in pages for people, whole for programs.
@RestController
final class ListingController {
    private static final String GENERATION = "Gotgan-Generation";
    private static final String CONTENT_HASH = "Gotgan-Content-Hash";

    private final Generations generations;
    private final Tree tree;
    private final JsonMapper json;

    ListingController(Generations generations, Tree tree, JsonMapper json) {
        this.generations = generations;
        this.tree = tree;
        this.json = json;
    }

    record FileView(LogicalPath path, Sha256 sha256, long size) {
        static FileView of(FileEntry file) {
            return new FileView(file.path(), file.sha256(), file.size());
        }
    }

    @GetMapping("/api/v1/datasets/{id}/files")
    @Requires(Rule.VIEWER)
    ResponseEntity<List<FileView>> list(
            @PathVariable DatasetId id,
            @RequestParam(defaultValue = "") String prefix,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            HttpServletRequest request) {
        int most = Listing.limit(limit);
        if (prefix.indexOf('\0') >= 0) {
            throw new Refused(Code.INVALID_PARAMETER, "prefix holds a NUL, which no path does.");
        }
        var from = cursor == null ? null : PathCursor.parse(cursor);
        var chosen = generations.choose(id, from == null ? null : from.generation());
        var page = tree.page(id, chosen.generation(), prefix, from == null ? null : from.after(), most);
        var next = page.size() < most
                ? null
                : new PathCursor(chosen.generation(), page.getLast().path()).text();
        var headers = new HttpHeaders();
        headers.add(GENERATION, Long.toString(chosen.generation()));
        return Listing.page(page.stream().map(FileView::of).toList(), next, request, headers);
    }

    /// A line a file, in path order, streamed.
    @GetMapping("/api/v1/datasets/{id}/manifest")
    @Requires(Rule.VIEWER)
    void manifest(
            @PathVariable DatasetId id,
            @RequestParam(required = false) @Nullable Long generation,
            HttpServletResponse response)
            throws IOException {
        var chosen = generations.choose(id, generation);
        response.setContentType("application/x-ndjson");
        response.setHeader(GENERATION, Long.toString(chosen.generation()));
        response.setHeader(CONTENT_HASH, chosen.contentHash());
        var out = response.getOutputStream();
        tree.forEachFile(id, chosen.generation(), file -> write(file, out));
    }

    private void write(FileEntry file, OutputStream out) {
        try {
            out.write(json.writeValueAsBytes(FileView.of(file)));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
