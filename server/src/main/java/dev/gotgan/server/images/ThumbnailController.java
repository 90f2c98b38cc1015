package dev.gotgan.server.images;

import dev.gotgan.engine.commit.Tree;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.server.web.Requires;
import dev.gotgan.server.web.Rule;
import dev.gotgan.server.web.problem.Code;
import dev.gotgan.server.web.problem.Refused;
import dev.gotgan.server.web.reading.Generations;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Small pictures of images. Whoever may read the file may see its thumbnail.
@RestController
final class ThumbnailController {
    private static final List<Integer> SIDES = List.of(128, 256, 512, 1024);
    /// A generation never changes; what is at a path of the head may.
    private static final String FOR_A_DAY = "private, max-age=86400, immutable";

    private static final String ASKED_EACH_TIME = "private, no-cache";

    private final Generations generations;
    private final Tree tree;
    private final KeptThumbnails kept;
    private final MakeThumbnail make;

    ThumbnailController(Generations generations, Tree tree, KeptThumbnails kept, MakeThumbnail make) {
        this.generations = generations;
        this.tree = tree;
        this.kept = kept;
        this.make = make;
    }

    @GetMapping("/api/v1/datasets/{id}/thumbnail")
    @Requires(Rule.VIEWER)
    ResponseEntity<byte[]> thumbnail(
            @PathVariable DatasetId id,
            @RequestParam String path,
            @RequestParam(defaultValue = "256") int size,
            @RequestParam(required = false) @Nullable Long generation,
            HttpServletRequest request)
            throws IOException {
        if (!SIDES.contains(size)) {
            throw new Refused(Code.INVALID_PARAMETER, "size must be one of " + SIDES + ", not " + size + ".");
        }
        var file = LogicalPath.of(path);
        long chosen = generations.choose(id, generation).generation();
        var content = tree.locate(id, chosen, List.of(file)).stream()
                .findFirst()
                .orElseThrow(() -> MakeThumbnail.missing(file))
                .file()
                .sha256();
        var etag = "\"" + content + "-" + size + "\"";
        var answer = ResponseEntity.status(knows(request, etag) ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                .header(HttpHeaders.ETAG, etag)
                .header(HttpHeaders.CACHE_CONTROL, generation == null ? ASKED_EACH_TIME : FOR_A_DAY);
        if (knows(request, etag)) {
            return answer.build();
        }
        var known = kept.find(content, size);
        if (known.isPresent()) {
            return answer.contentType(MediaType.IMAGE_JPEG).body(known.get());
        }
        var drawn = make.of(id, chosen, file, size);
        kept.keep(content, size, drawn);
        return answer.contentType(MediaType.IMAGE_JPEG).body(drawn);
    }

    private static boolean knows(HttpServletRequest request, String etag) {
        return Stream.ofNullable(request.getHeader(HttpHeaders.IF_NONE_MATCH))
                .flatMap(all -> Stream.of(all.split(",")))
                .map(tag -> tag.strip().replaceFirst("^W/", ""))
                .anyMatch(tag -> tag.equals("*") || tag.equals(etag));
    }
}
