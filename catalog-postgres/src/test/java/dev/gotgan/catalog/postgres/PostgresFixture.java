package dev.gotgan.catalog.postgres;

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
import dev.gotgan.engine.people.Accounts;
import dev.gotgan.engine.people.AuditLog;
import dev.gotgan.engine.people.BrowserSessions;
import dev.gotgan.engine.people.Organizations;
import dev.gotgan.engine.people.Tokens;
import dev.gotgan.engine.publish.DoomedCopies;
import dev.gotgan.engine.publish.PublishRows;
import dev.gotgan.engine.store.doctor.StoreReports;
import dev.gotgan.engine.task.Tasks;
import dev.gotgan.engine.testing.CatalogFixture;
import java.time.Duration;

/// The catalog on a real PostgreSQL, as the contract suites of the engine want it.
final class PostgresFixture implements CatalogFixture {
    private final CatalogDatabase database;
    private final PostgresCatalog catalog;

    PostgresFixture(CatalogDatabase database, Timing timing) {
        this.database = database;
        this.catalog = database.empty(timing);
    }

    @Override
    public WriteSessions sessions() {
        return catalog.sessions();
    }

    @Override
    public CommitLog commits() {
        return catalog.commits();
    }

    @Override
    public Tree tree() {
        return catalog.tree();
    }

    @Override
    public PublishRows publishing() {
        return catalog.publishRows();
    }

    @Override
    public DoomedCopies doomed() {
        return catalog.doomedCopies();
    }

    @Override
    public FindingPages findings() {
        return catalog.findings();
    }

    @Override
    public ImagePages images() {
        return catalog.images();
    }

    @Override
    public ImageFigures figures() {
        return catalog.figures();
    }

    @Override
    public Datasets datasets() {
        return catalog.datasets();
    }

    @Override
    public DatasetList list() {
        return catalog.datasetList();
    }

    @Override
    public ExpiredTrash expiredTrash() {
        return catalog.expiredTrash();
    }

    @Override
    public StaleHeads staleHeads() {
        return catalog.staleHeads();
    }

    @Override
    public StoreReports storeReports() {
        return catalog.storeReports();
    }

    @Override
    public Tasks tasks() {
        return catalog.tasks();
    }

    @Override
    public Permissions permissions() {
        return catalog.permissions();
    }

    @Override
    public Invitations invitations() {
        return catalog.invitations();
    }

    @Override
    public Accounts accounts() {
        return catalog.accounts();
    }

    @Override
    public Organizations organizations() {
        return catalog.organizations();
    }

    @Override
    public Tokens tokens() {
        return catalog.tokens();
    }

    @Override
    public BrowserSessions browsers() {
        return catalog.browserSessions();
    }

    @Override
    public AuditLog audit() {
        return catalog.audit();
    }

    @Override
    public void passTime(Duration by) {
        database.age(by);
    }
}
