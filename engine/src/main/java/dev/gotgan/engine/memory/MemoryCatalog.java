package dev.gotgan.engine.memory;

import dev.gotgan.engine.catalog.Datasets;
import dev.gotgan.engine.catalog.FindingPages;
import dev.gotgan.engine.commit.CommitLog;
import dev.gotgan.engine.commit.Timing;
import dev.gotgan.engine.commit.Tree;
import dev.gotgan.engine.commit.WriteSessions;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.Role;
import dev.gotgan.engine.dataset.UserId;
import dev.gotgan.engine.gallery.ImageFigures;
import dev.gotgan.engine.gallery.ImagePages;
import dev.gotgan.engine.memory.rows.CatalogRows;
import dev.gotgan.engine.publish.DoomedCopies;
import dev.gotgan.engine.publish.PublishRows;
import java.time.InstantSource;
import java.util.Set;

/// A catalog that lives as long as its process. Its ports keep every promise that the database's do, so whoever
/// holds only ports can't tell them apart.
public final class MemoryCatalog {
    private final CatalogRows rows;

    /// An empty catalog.
    ///
    /// @param clock  the time of every transaction
    /// @param timing of the store beside it
    public MemoryCatalog(InstantSource clock, Timing timing) {
        this.rows = new CatalogRows(clock, timing);
    }

    public WriteSessions sessions() {
        return new MemorySessions(rows);
    }

    public CommitLog commits() {
        return new MemoryCommits(rows);
    }

    public Tree tree() {
        return new MemoryTree(rows);
    }

    public PublishRows publishing() {
        return new MemoryPublishRows(rows);
    }

    public DoomedCopies doomed() {
        return new MemoryDoomedCopies(rows);
    }

    public FindingPages findings() {
        return new MemoryFindingPages(rows);
    }

    public ImagePages images() {
        return new MemoryImagePages(rows);
    }

    public ImageFigures figures() {
        return new MemoryImageFigures(rows);
    }

    public Datasets datasets() {
        return new MemoryDatasets(rows);
    }

    /// Makes a person.
    public UserId person(String name, String email) {
        return rows.in(() -> {
            var id = new UserId(rows.people.size() + 1);
            rows.people.put(id, new CatalogRows.Person(name, email));
            return id;
        });
    }

    /// Makes an organization.
    public int organization(Set<UserId> members) {
        return rows.in(() -> {
            int id = rows.organizations.size() + 1;
            rows.organizations.put(id, Set.copyOf(members));
            return id;
        });
    }

    /// Gives a role on a dataset.
    public void grant(DatasetId dataset, UserId person, Role role) {
        rows.run(() -> rows.find(dataset).ifPresent(found -> found.metadata.roles.put(person, role)));
    }
}
