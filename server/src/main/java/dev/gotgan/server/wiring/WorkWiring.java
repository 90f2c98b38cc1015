package dev.gotgan.server.wiring;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import dev.gotgan.catalog.postgres.PostgresCatalog;
import dev.gotgan.engine.analysis.AnalyzeHead;
import dev.gotgan.engine.analysis.FileBudget;
import dev.gotgan.engine.analysis.ReanalyzeHead;
import dev.gotgan.engine.analysis.Workroom;
import dev.gotgan.engine.care.PurgeTrash;
import dev.gotgan.engine.care.WriteManifest;
import dev.gotgan.engine.catalog.Datasets;
import dev.gotgan.engine.commit.Timing;
import dev.gotgan.engine.commit.Tree;
import dev.gotgan.engine.commit.WriteSessions;
import dev.gotgan.engine.people.Accounts;
import dev.gotgan.engine.publish.DeleteDoomed;
import dev.gotgan.engine.publish.Heartbeat;
import dev.gotgan.engine.publish.Publisher;
import dev.gotgan.engine.publish.RemoveDatasets;
import dev.gotgan.engine.publish.Sweep;
import dev.gotgan.engine.store.ObjectStore;
import dev.gotgan.engine.task.Tasks;
import dev.gotgan.server.web.config.Settings;
import dev.gotgan.server.web.signin.Passwords;
import dev.gotgan.server.web.work.Chores;
import dev.gotgan.server.web.work.PublishSoon;
import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What goes on beside requests: publishing, removing, and sweeping up after whoever died.
@Configuration(proxyBeanMethods = false)
class WorkWiring {
    private static final int PUBLISHED_AT_ONCE = 16;

    @Bean
    BeforeTheFirstRequest beforeTheFirstRequest(
            Settings settings, Sweep sweep, Tasks tasks, Accounts accounts, Passwords passwords) {
        return new BeforeTheFirstRequest(settings, sweep, tasks, accounts, passwords);
    }

    @Bean(destroyMethod = "shutdown")
    ExecutorService background() {
        return Executors.newVirtualThreadPerTaskExecutor();
    }

    @Bean
    Heartbeat heartbeat(ScheduledExecutorService heart) {
        return (period, beat) -> {
            var beating = heart.scheduleWithFixedDelay(beat, period.toMillis(), period.toMillis(), MILLISECONDS);
            return () -> beating.cancel(false);
        };
    }

    @Bean(destroyMethod = "shutdownNow")
    ScheduledExecutorService heart() {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("heart").factory());
    }

    @Bean
    Publisher publisher(
            PostgresCatalog catalog, ObjectStore store, Timing timing, InstantSource clock, Heartbeat heartbeat) {
        return new Publisher(catalog.publishRows(), store, timing, clock, heartbeat, PUBLISHED_AT_ONCE);
    }

    @Bean
    PublishSoon publishSoon(Publisher publisher, ExecutorService background) {
        return new PublishSoon(publisher, background);
    }

    @Bean
    RemoveDatasets removeDatasets(Datasets datasets, ObjectStore store) {
        return new RemoveDatasets(datasets, store);
    }

    @Bean
    Sweep sweep(
            WriteSessions sessions,
            PostgresCatalog catalog,
            Publisher publisher,
            ObjectStore store,
            RemoveDatasets removed,
            Timing timing) {
        return new Sweep(
                sessions,
                catalog.publishRows(),
                publisher,
                new DeleteDoomed(catalog.doomedCopies(), store),
                removed,
                timing);
    }

    @Bean
    Workroom workroom(Settings settings) throws IOException {
        return new Workroom(Files.createDirectories(settings.spool()), FileBudget.ofHeap());
    }

    @Bean
    ReanalyzeHead reanalyzeHead(PostgresCatalog catalog, Tree tree, Workroom room) {
        return new ReanalyzeHead(catalog.staleHeads(), new AnalyzeHead(tree, room.files()));
    }

    @Bean
    PurgeTrash purgeTrash(PostgresCatalog catalog, Publisher publisher, Tree tree, ObjectStore store, Settings settings)
            throws IOException {
        var manifests = new WriteManifest(tree, store, Files.createDirectories(settings.spool()));
        return new PurgeTrash(catalog.expiredTrash(), publisher, catalog.commits(), manifests, store);
    }

    @Bean
    Chores chores(Sweep sweep, ReanalyzeHead reanalyze, PurgeTrash trash) {
        return new Chores(sweep, reanalyze, trash);
    }
}
