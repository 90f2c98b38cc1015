package dev.gotgan.catalog.postgres;

import dev.gotgan.catalog.postgres.commit.PostgresCommitLog;
import dev.gotgan.catalog.postgres.commit.PostgresStaleHeads;
import dev.gotgan.catalog.postgres.dataset.CachedDatasetList;
import dev.gotgan.catalog.postgres.dataset.PostgresDatasetList;
import dev.gotgan.catalog.postgres.dataset.PostgresDatasets;
import dev.gotgan.catalog.postgres.dataset.PostgresExpiredTrash;
import dev.gotgan.catalog.postgres.dataset.PostgresInvitations;
import dev.gotgan.catalog.postgres.dataset.PostgresPermissions;
import dev.gotgan.catalog.postgres.event.PostgresNotices;
import dev.gotgan.catalog.postgres.images.PostgresImageFigures;
import dev.gotgan.catalog.postgres.images.PostgresImagePages;
import dev.gotgan.catalog.postgres.people.AuditTrail;
import dev.gotgan.catalog.postgres.people.PostgresAccounts;
import dev.gotgan.catalog.postgres.people.PostgresBrowserSessions;
import dev.gotgan.catalog.postgres.people.PostgresOrganizations;
import dev.gotgan.catalog.postgres.people.PostgresTokens;
import dev.gotgan.catalog.postgres.publish.PostgresDoomedCopies;
import dev.gotgan.catalog.postgres.publish.PostgresPublishRows;
import dev.gotgan.catalog.postgres.session.PostgresSessions;
import dev.gotgan.catalog.postgres.sql.Database;
import dev.gotgan.catalog.postgres.store.PostgresStoreReports;
import dev.gotgan.catalog.postgres.task.PostgresTasks;
import dev.gotgan.catalog.postgres.tree.PostgresFindingPages;
import dev.gotgan.catalog.postgres.tree.PostgresTree;
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
import dev.gotgan.engine.event.Notices;
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
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/// Every port of the engine that remembers something, on one PostgreSQL database.
public final class PostgresCatalog {
    private final DataSource source;
    private final Database database;
    private final Timing timing;
    private final String storageType;

    /// On tables that are up to date: see [#migrate].
    ///
    /// @param source      a pool; the caller closes it
    /// @param storageType what new datasets say of where their bytes are: `local`, `r2`, `s3` or `gcs`
    public PostgresCatalog(DataSource source, Timing timing, String storageType) {
        this.source = source;
        this.database = new Database(source);
        this.timing = timing;
        this.storageType = storageType;
    }

    /// Brings the database's tables up to date; several servers may do so at once.
    public static void migrate(DataSource source) {
        Flyway.configure().dataSource(source).load().migrate();
    }

    public WriteSessions sessions() {
        return new PostgresSessions(database, timing);
    }

    public CommitLog commits() {
        return new PostgresCommitLog(database, timing);
    }

    public ExpiredTrash expiredTrash() {
        return new PostgresExpiredTrash(database, timing);
    }

    public StaleHeads staleHeads() {
        return new PostgresStaleHeads(database);
    }

    public Tree tree() {
        return new PostgresTree(database);
    }

    public PublishRows publishRows() {
        return new PostgresPublishRows(database, timing);
    }

    public DoomedCopies doomedCopies() {
        return new PostgresDoomedCopies(database, timing);
    }

    public FindingPages findings() {
        return new PostgresFindingPages(database);
    }

    public ImagePages images() {
        return new PostgresImagePages(database);
    }

    public ImageFigures figures() {
        return new PostgresImageFigures(database);
    }

    public Datasets datasets() {
        return new PostgresDatasets(database, timing, storageType);
    }

    public DatasetList datasetList() {
        return new PostgresDatasetList(database);
    }

    /// The same, which remembers what it answered; one for all callers of a server.
    public DatasetList cachedDatasetList() {
        return new CachedDatasetList(database, datasetList());
    }

    public Permissions permissions() {
        return new PostgresPermissions(database);
    }

    public Invitations invitations() {
        return new PostgresInvitations(database);
    }

    public Accounts accounts() {
        return new PostgresAccounts(database);
    }

    public BrowserSessions browserSessions() {
        return new PostgresBrowserSessions(database);
    }

    public Tokens tokens() {
        return new PostgresTokens(database);
    }

    public Organizations organizations() {
        return new PostgresOrganizations(database);
    }

    public AuditLog audit() {
        return new AuditTrail(database);
    }

    public StoreReports storeReports() {
        return new PostgresStoreReports(database);
    }

    public Tasks tasks() {
        return new PostgresTasks(database);
    }

    public Notices notices() {
        return new PostgresNotices(source);
    }
}
