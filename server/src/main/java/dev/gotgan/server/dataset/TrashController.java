package dev.gotgan.server.dataset;

import dev.gotgan.engine.catalog.DatasetList;
import dev.gotgan.engine.catalog.Datasets;
import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.DatasetState;
import dev.gotgan.engine.dataset.MetaJson;
import dev.gotgan.server.web.Listing;
import dev.gotgan.server.web.Requires;
import dev.gotgan.server.web.Rule;
import dev.gotgan.server.web.problem.Code;
import dev.gotgan.server.web.problem.Problems;
import dev.gotgan.server.web.problem.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Datasets that were deleted without their files.
@RestController
final class TrashController {
    private final DatasetList list;
    private final Datasets datasets;
    private final ShowDataset show;

    TrashController(DatasetList list, Datasets datasets, ShowDataset show) {
        this.list = list;
        this.datasets = datasets;
        this.show = show;
    }

    record TrashedView(
            DatasetId id,
            String name,
            @Nullable String description,
            long numItems,
            BigDecimal sizeMb,
            Instant deletedAt) {
        static TrashedView of(DatasetList.Row row) {
            return new TrashedView(
                    row.id(),
                    row.name(),
                    row.description(),
                    row.images(),
                    MetaJson.megabytes(row.bytes()),
                    row.updated());
        }
    }

    @GetMapping("/api/v1/datasets/trash")
    @Requires(Rule.LOGGED_IN)
    ResponseEntity<List<TrashedView>> trash(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Actor actor,
            HttpServletRequest request) {
        var page = list.trash(actor, cursor, Listing.limit(limit));
        return Listing.page(page.rows().stream().map(TrashedView::of).toList(), page.next(), request);
    }

    @PostMapping("/api/v1/datasets/{id}/restore")
    @Requires(Rule.OWNER_OF_TRASH)
    DatasetView restore(@PathVariable DatasetId id, Actor actor) {
        var state = datasets.find(id).orElseThrow(Problems::noDataset).state();
        if (state != DatasetState.TRASH) {
            throw new Refused(Code.NOT_IN_TRASH, "This dataset is not in the trash.");
        }
        datasets.restore(id, actor);
        return show.run(id, actor).view();
    }
}
