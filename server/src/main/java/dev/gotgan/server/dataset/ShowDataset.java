package dev.gotgan.server.dataset;

import dev.gotgan.engine.catalog.DatasetRecord;
import dev.gotgan.engine.catalog.Datasets;
import dev.gotgan.engine.catalog.FindingPages;
import dev.gotgan.engine.dataset.Access;
import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.DatasetState;
import dev.gotgan.engine.dataset.Role;
import dev.gotgan.engine.people.Organizations;
import dev.gotgan.server.web.MetadataRules;
import dev.gotgan.server.web.problem.Problems;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A dataset's record as one caller may see it.
final class ShowDataset {
    private final Datasets datasets;
    private final Organizations organizations;
    private final FindingPages findings;

    ShowDataset(Datasets datasets, Organizations organizations, FindingPages findings) {
        this.datasets = datasets;
        this.organizations = organizations;
        this.findings = findings;
    }

    /// A record, what the caller is to it, and how much was found of which kind.
    record Shown(DatasetRecord record, Onlooker onlooker, List<FindingPages.KindCount> findings) {
        DatasetView view() {
            return DatasetView.of(record, onlooker, findings);
        }
    }

    /// For a caller who passed the gate; the dataset may be gone since.
    Shown run(DatasetId dataset, Actor actor) {
        var access = datasets.findAccess(dataset, actor)
                .filter(row -> row.state() == DatasetState.LIVE)
                .map(Datasets.AccessRow::access)
                .orElseThrow(Problems::noDataset);
        var record = datasets.find(dataset).orElseThrow(Problems::noDataset);
        var found = findings.counts(dataset, record.head().generation());
        return new Shown(record, onlooker(record, access, actor), found);
    }

    private Onlooker onlooker(DatasetRecord record, Access access, Actor actor) {
        var role = role(access, actor);
        var insider = role != null || access.member() || MetadataRules.admin(actor);
        return new Onlooker(role, insider, insider ? organization(record.organization()) : null);
    }

    private static @Nullable Role role(Access access, Actor actor) {
        var owner = access.owner();
        return owner != null && actor.findId().filter(owner::equals).isPresent() ? Role.OWNER : access.role();
    }

    private DatasetView.@Nullable OrganizationView organization(@Nullable Integer id) {
        return id == null
                ? null
                : organizations
                        .find(id)
                        .map(found -> new DatasetView.OrganizationView(found.id(), found.name()))
                        .orElse(null);
    }
}
