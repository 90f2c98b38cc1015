package dev.gotgan.server.images;

import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.format.finding.FindingText;
import dev.gotgan.engine.gallery.ImageFigures;
import dev.gotgan.engine.gallery.ImagePages;
import dev.gotgan.server.web.Listing;
import dev.gotgan.server.web.Requires;
import dev.gotgan.server.web.Rule;
import dev.gotgan.server.web.problem.Code;
import dev.gotgan.server.web.problem.Refused;
import dev.gotgan.server.web.reading.Generations;
import dev.gotgan.server.web.reading.PathCursor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The images of a dataset, and what all of them look like in numbers.
@RestController
final class ImagesController {
    private static final String GENERATION = "Gotgan-Generation";

    private final Generations generations;
    private final ImagePages images;
    private final ImageFigures figures;

    ImagesController(Generations generations, ImagePages images, ImageFigures figures) {
        this.generations = generations;
        this.images = images;
        this.figures = figures;
    }

    @GetMapping("/api/v1/datasets/{id}/images")
    @Requires(Rule.VIEWER)
    ResponseEntity<List<ImageView>> images(
            @PathVariable DatasetId id,
            @RequestParam(required = false) @Nullable String split,
            @RequestParam(name = "class", required = false) @Nullable String className,
            @RequestParam(required = false) ImagePages.@Nullable Has has,
            @RequestParam(required = false) @Nullable String path,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Long generation,
            @RequestParam(defaultValue = "false") boolean totals,
            Locale locale,
            HttpServletRequest request) {
        int most = Listing.limit(limit);
        var wanted = new ImagePages.Wanted(text("split", split), text("class", className), has);
        if (path != null) {
            return one(id, onlyThat(path, wanted), generation, locale);
        }
        var from = cursor == null ? null : PathCursor.parse(cursor);
        long chosen = generations
                .choose(id, from == null ? generation : Long.valueOf(from.generation()))
                .generation();
        var page = images.page(id, chosen, wanted, from == null ? null : from.after(), most);
        var next = page.size() < most
                ? null
                : new PathCursor(chosen, page.getLast().path()).text();
        var headers = new HttpHeaders();
        headers.add(GENERATION, Long.toString(chosen));
        if (totals) {
            headers.add("X-Total-Count", Long.toString(images.count(id, chosen, wanted)));
        }
        var text = FindingText.in(locale);
        return Listing.page(
                page.stream().map(image -> ImageView.of(image, text)).toList(), next, request, headers);
    }

    /// For who was sent the address of an image: a page of it, wherever it is in the list.
    private ResponseEntity<List<ImageView>> one(
            DatasetId id, LogicalPath path, @Nullable Long generation, Locale locale) {
        long chosen = generations.choose(id, generation).generation();
        var text = FindingText.in(locale);
        return ResponseEntity.ok()
                .header(GENERATION, Long.toString(chosen))
                .body(images.find(id, chosen, path).stream()
                        .map(image -> ImageView.of(image, text))
                        .toList());
    }

    private static LogicalPath onlyThat(String path, ImagePages.Wanted wanted) {
        if (!wanted.equals(ImagePages.Wanted.ALL)) {
            throw new Refused(
                    Code.INVALID_PARAMETER, "path names one image: leave split, class and has out, or leave path out.");
        }
        return LogicalPath.of(path);
    }

    @GetMapping("/api/v1/datasets/{id}/statistics")
    @Requires(Rule.VIEWER)
    ResponseEntity<FiguresView> statistics(
            @PathVariable DatasetId id, @RequestParam(required = false) @Nullable Long generation) {
        long chosen = generations.choose(id, generation).generation();
        var found = figures.find(id, chosen).map(counted -> FiguresView.of(chosen, counted));
        return ResponseEntity.ok()
                .header(GENERATION, Long.toString(chosen))
                .body(found.orElseGet(() -> FiguresView.empty(chosen)));
    }

    /// No split and no class holds a NUL, and no database takes one.
    private static @Nullable String text(String name, @Nullable String value) {
        if (value != null && value.indexOf('\0') >= 0) {
            throw new Refused(Code.INVALID_PARAMETER, name + " holds a NUL, which none does.");
        }
        return value;
    }
}
