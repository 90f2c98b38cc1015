package dev.gotgan.server.wiring;

import dev.gotgan.catalog.postgres.PostgresCatalog;
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
import dev.gotgan.engine.store.ObjectStore;
import dev.gotgan.engine.store.Presigner;
import dev.gotgan.engine.store.StoreTrust;
import dev.gotgan.engine.store.doctor.Patient;
import dev.gotgan.engine.store.doctor.StoreReports;
import dev.gotgan.engine.task.Tasks;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The engine's ports, on the ground that is being laid while Spring starts.
@Configuration(proxyBeanMethods = false)
class CatalogWiring {
    @Bean
    Ground ground(Laid laid) {
        return laid.await();
    }

    @Bean
    PostgresCatalog catalog(Ground ground) {
        return new PostgresCatalog(
                ground.database(), ground.timing(), ground.place().type());
    }

    @Bean(destroyMethod = "") // whoever laid the ground closes it
    DataSource database(Ground ground) {
        return ground.database();
    }

    @Bean(destroyMethod = "")
    ObjectStore store(Ground ground) {
        return ground.place().store();
    }

    @Bean
    Patient patient(Ground ground) {
        return ground.place().patient();
    }

    @Bean
    StoreTrust trust(Ground ground) {
        return ground.place().trust();
    }

    /// Null where the server itself hands out its bytes.
    @Bean
    @Nullable
    Presigner presigner(Ground ground) {
        return ground.place().patient().presigner().orElse(null);
    }

    @Bean
    StoreReports storeReports(PostgresCatalog catalog, Ground ground) {
        return TaughtReports.of(catalog.storeReports(), ground.place());
    }

    @Bean
    Timing timing(Ground ground) {
        return ground.timing();
    }

    @Bean
    InstantSource clock(Ground ground) {
        return ground.clock();
    }

    @Bean
    WriteSessions writeSessions(PostgresCatalog catalog) {
        return catalog.sessions();
    }

    @Bean
    CommitLog commits(PostgresCatalog catalog) {
        return catalog.commits();
    }

    @Bean
    Tree tree(PostgresCatalog catalog) {
        return catalog.tree();
    }

    @Bean
    Datasets datasets(PostgresCatalog catalog) {
        return catalog.datasets();
    }

    @Bean
    FindingPages findingPages(PostgresCatalog catalog) {
        return catalog.findings();
    }

    @Bean
    ImagePages imagePages(PostgresCatalog catalog) {
        return catalog.images();
    }

    @Bean
    ImageFigures imageFigures(PostgresCatalog catalog) {
        return catalog.figures();
    }

    @Bean
    DatasetList datasetList(PostgresCatalog catalog) {
        return catalog.cachedDatasetList();
    }

    @Bean
    Permissions permissions(PostgresCatalog catalog) {
        return catalog.permissions();
    }

    @Bean
    Invitations invitations(PostgresCatalog catalog) {
        return catalog.invitations();
    }

    @Bean
    Accounts accounts(PostgresCatalog catalog) {
        return catalog.accounts();
    }

    @Bean
    BrowserSessions browserSessions(PostgresCatalog catalog) {
        return catalog.browserSessions();
    }

    @Bean
    Tokens tokens(PostgresCatalog catalog) {
        return catalog.tokens();
    }

    @Bean
    Organizations organizations(PostgresCatalog catalog) {
        return catalog.organizations();
    }

    @Bean
    AuditLog audit(PostgresCatalog catalog) {
        return catalog.audit();
    }

    @Bean
    Notices notices(PostgresCatalog catalog) {
        return catalog.notices();
    }

    @Bean
    Tasks tasks(PostgresCatalog catalog) {
        return catalog.tasks();
    }
}
