package dev.gotgan.server.files;

import dev.gotgan.engine.commit.Tree;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.server.web.Listing;
import dev.gotgan.server.web.Requires;
import dev.gotgan.server.web.Rule;
import dev.gotgan.server.web.problem.Code;
import dev.gotgan.server.web.problem.Problem;
import dev.gotgan.server.web.problem.Refused;
import dev.gotgan.server.web.reading.Generations;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The bytes of files: one at once, or links to many.
@RestController
final class FileController {
    private final Generations generations;
    private final SendFile send;
    private final DownloadLinks links;
    private final Tree tree;

    FileController(Generations generations, SendFile send, DownloadLinks links, Tree tree) {
        this.generations = generations;
        this.send = send;
        this.links = links;
        this.tree = tree;
    }

    record LinksRequest(@Nullable Long generation, @Nullable List<String> paths) {}

    record LinksView(long generation, List<LinkView> urls) {}

    record LinkView(LogicalPath path, String url, Sha256 sha256, long size, Instant expiresAt) {}

    @GetMapping("/api/v1/datasets/{id}/file")
    @Requires(Rule.VIEWER)
    void file(
            @PathVariable DatasetId id,
            @RequestParam String path,
            @RequestParam(required = false) @Nullable Long generation,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var chosen = generations.choose(id, generation).generation();
        send.run(new SendFile.Wanted(id, chosen, LogicalPath.of(path)), request, response);
    }

    @PostMapping("/api/v1/datasets/{id}/download-urls")
    @Requires(value = Rule.VIEWER, effect = Requires.Effect.READS)
    LinksView links(@PathVariable DatasetId id, @RequestBody LinksRequest wanted, HttpServletRequest request) {
        var paths = paths(wanted.paths());
        var chosen = generations.choose(id, wanted.generation()).generation();
        var found = found(id, chosen, paths);
        var expires = links.expiry();
        var urls = paths.stream()
                .map(path -> link(new SendFile.Wanted(id, chosen, path), found.get(path), expires, request))
                .toList();
        return new LinksView(chosen, urls);
    }

    /// Where those links lead. The signature is the right to it.
    @GetMapping("/api/v1/datasets/{id}/content")
    @Requires(Rule.PUBLIC)
    void content(
            @PathVariable DatasetId id,
            @RequestParam long generation,
            @RequestParam String path,
            @RequestParam long expires,
            @RequestParam String signature,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var wanted = new SendFile.Wanted(id, generation, LogicalPath.of(path));
        links.check(wanted, expires, signature);
        send.run(wanted, request, response);
    }

    private LinkView link(
            SendFile.Wanted wanted, Tree.@Nullable Located located, Instant expires, HttpServletRequest request) {
        if (located == null) {
            throw new IllegalStateException(wanted.path() + " was there a moment ago");
        }
        var file = located.file();
        var url = links.findDirect(located).orElseGet(() -> links.sign(wanted, expires, request));
        return new LinkView(wanted.path(), url, file.sha256(), file.size(), expires);
    }

    private Map<LogicalPath, Tree.Located> found(DatasetId id, long generation, Set<LogicalPath> paths) {
        var found = new HashMap<LogicalPath, Tree.Located>();
        tree.locate(id, generation, paths)
                .forEach(located -> found.put(located.file().path(), located));
        var missing = paths.stream().filter(path -> !found.containsKey(path)).toList();
        if (!missing.isEmpty()) {
            throw new Refused(
                    Code.FILE_NOT_FOUND,
                    "The dataset does not hold " + missing.size() + " of these files.",
                    missing.stream()
                            .map(path -> new Problem.Item(path.value(), 0, Code.FILE_NOT_FOUND, "is not there"))
                            .toList());
        }
        return found;
    }

    private static Set<LogicalPath> paths(@Nullable List<String> given) {
        if (given == null || given.isEmpty() || given.size() > Listing.MOST) {
            throw new Refused(Code.INVALID_PARAMETER, "paths holds 1 to " + Listing.MOST + " paths.");
        }
        var paths = new LinkedHashSet<LogicalPath>();
        given.forEach(path -> paths.add(LogicalPath.of(path)));
        return paths;
    }
}
