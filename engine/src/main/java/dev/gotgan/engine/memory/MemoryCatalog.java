package dev.gotgan.engine.memory;

import dev.gotgan.engine.analysis.StaleHeads;
import dev.gotgan.engine.care.ExpiredTrash;
import dev.gotgan.engine.catalog.DatasetList;
import dev.gotgan.engine.catalog.Datasets;
import dev.gotgan.engine.catalog.FindingPages;
import dev.gotgan.engine.catalog.Invitations;
import dev.gotgan.engine.catalog.Permissions;
import dev.gotgan.engine.commit.CommitLog;
import dev.gotgan.engine.commit.Timing;
import dev.gotgan.engine.commit.Tree;
import dev.gotgan.engine.commit.WriteSessions;
import dev.gotgan.engine.gallery.ImageFigures;
import dev.gotgan.engine.gallery.ImagePages;
import dev.gotgan.engine.memory.care.MemoryExpiredTrash;
import dev.gotgan.engine.memory.care.MemoryStaleHeads;
import dev.gotgan.engine.memory.care.MemoryStoreReports;
import dev.gotgan.engine.memory.lists.MemoryDatasetList;
import dev.gotgan.engine.memory.people.MemoryAccounts;
import dev.gotgan.engine.memory.people.MemoryAuditLog;
import dev.gotgan.engine.memory.people.MemoryBrowserSessions;
import dev.gotgan.engine.memory.people.MemoryInvitations;
import dev.gotgan.engine.memory.people.MemoryOrganizations;
import dev.gotgan.engine.memory.people.MemoryPermissions;
import dev.gotgan.engine.memory.people.MemoryTokens;
import dev.gotgan.engine.memory.rows.CatalogRows;
import dev.gotgan.engine.people.Accounts;
import dev.gotgan.engine.people.AuditLog;
import dev.gotgan.engine.people.BrowserSessions;
import dev.gotgan.engine.people.Organizations;
import dev.gotgan.engine.people.Tokens;
import dev.gotgan.engine.publish.DoomedCopies;
import dev.gotgan.engine.publish.PublishRows;
import dev.gotgan.engine.store.doctor.StoreReports;
import dev.gotgan.engine.task.Tasks;
import java.time.InstantSource;

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

    public DatasetList list() {
        return new MemoryDatasetList(rows);
    }

    public ExpiredTrash expiredTrash() {
        return new MemoryExpiredTrash(rows);
    }

    public StaleHeads staleHeads() {
        return new MemoryStaleHeads(rows);
    }

    public StoreReports storeReports() {
        return new MemoryStoreReports(rows);
    }

    public Tasks tasks() {
        return new MemoryTasks(rows);
    }

    public Permissions permissions() {
        return new MemoryPermissions(rows);
    }

    public Invitations invitations() {
        return new MemoryInvitations(rows);
    }

    public Accounts accounts() {
        return new MemoryAccounts(rows);
    }

    public Organizations organizations() {
        return new MemoryOrganizations(rows);
    }

    public Tokens tokens() {
        return new MemoryTokens(rows);
    }

    public BrowserSessions browsers() {
        return new MemoryBrowserSessions(rows);
    }

    public AuditLog audit() {
        return new MemoryAuditLog(rows);
    }
}
