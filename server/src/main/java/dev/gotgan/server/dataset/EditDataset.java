package dev.gotgan.server.dataset;

import dev.gotgan.engine.analysis.ReanalyzeHead;
import dev.gotgan.engine.catalog.DatasetRecord;
import dev.gotgan.engine.catalog.Datasets;
import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.Right;
import dev.gotgan.engine.dataset.UserId;
import dev.gotgan.engine.dataset.Visibility;
import dev.gotgan.engine.people.Account;
import dev.gotgan.engine.people.Accounts;
import dev.gotgan.engine.people.Organizations;
import dev.gotgan.server.web.Admission;
import dev.gotgan.server.web.MetadataRules;
import dev.gotgan.server.web.problem.Code;
import dev.gotgan.server.web.problem.Problems;
import dev.gotgan.server.web.problem.Refused;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Changes what people edit of a record. Editors may, but for who sees it and whose it is. A new choice of format,
/// task or classes is followed at once by the analysis of the files that are there.
final class EditDataset {
    private static final int ATTEMPTS = 5;
    private static final int NONE = 0;

    private final Datasets datasets;
    private final Admission admission;
    private final Accounts accounts;
    private final Organizations organizations;
    private final ReanalyzeHead reanalyze;

    EditDataset(
            Datasets datasets,
            Admission admission,
            Accounts accounts,
            Organizations organizations,
            ReanalyzeHead reanalyze) {
        this.datasets = datasets;
        this.admission = admission;
        this.accounts = accounts;
        this.organizations = organizations;
        this.reanalyze = reanalyze;
    }

    /// @param ifRevision the revision that the caller saw; null: whatever it is now
    void run(DatasetId dataset, DatasetEdit edit, @Nullable Long ifRevision, Actor actor) {
        if (edit.owners()) {
            admission.stillAllowed(actor, Right.OWN, dataset);
        }
        for (int i = 0; i < ATTEMPTS; i++) {
            var record = datasets.find(dataset).orElseThrow(Problems::noDataset);
            if (ifRevision != null && ifRevision != record.revision()) {
                break;
            }
            if (datasets.update(dataset, change(record, edit, actor), record.revision(), actor)) {
                reanalyze.run(dataset);
                return;
            }
        }
        throw new Refused(
                Code.PRECONDITION_FAILED, "Somebody changed this dataset meanwhile; read it again, then repeat.");
    }

    private Datasets.MetadataChange change(DatasetRecord record, DatasetEdit edit, Actor actor) {
        var rules = new MetadataRules();
        var change = new Datasets.MetadataChange(
                edit.name(rules),
                edit.description(rules),
                edit.tags(rules),
                edit.hint(record.hint()),
                edit.visibility(),
                edit.organization(),
                owner(edit));
        rules.refuse();
        if (change.tags() != null) {
            MetadataRules.mayTag(change.tags(), record.tags(), actor);
        }
        audience(record, change);
        return change;
    }

    private @Nullable UserId owner(DatasetEdit edit) {
        var wanted = edit.owner();
        if (wanted == null) {
            return null;
        }
        return accounts.find(new UserId(wanted))
                .filter(account -> account.state() == Account.State.ACTIVE)
                .map(Account::id)
                .orElseThrow(() -> new Refused(Code.USER_UNKNOWN, "There is no account " + wanted + "."));
    }

    /// A dataset for an organization names one, and its owner belongs to it.
    private void audience(DatasetRecord record, Datasets.MetadataChange change) {
        var visibility = Objects.requireNonNullElse(change.visibility(), record.visibility());
        int present = Objects.requireNonNullElse(record.organization(), NONE);
        int organization = Objects.requireNonNullElse(change.organization(), present);
        if (visibility == Visibility.ORGANIZATION && organization == NONE) {
            throw new Refused(Code.FIELD_INVALID, "Visibility 'organization' needs an organization_id.");
        }
        var owner = change.owner() == null ? record.owner() : change.owner();
        var moved = change.organization() != null || change.owner() != null;
        if (moved && organization != NONE && !belongs(organization, owner)) {
            throw new Refused(
                    Code.ORGANIZATION_UNKNOWN, "The dataset's owner belongs to no organization " + organization + ".");
        }
    }

    private boolean belongs(int organization, @Nullable UserId owner) {
        return owner == null
                ? organizations.find(organization).isPresent()
                : organizations.findPosition(organization, owner).isPresent();
    }
}
