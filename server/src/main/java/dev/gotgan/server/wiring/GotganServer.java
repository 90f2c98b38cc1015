package dev.gotgan.server.wiring;

import dev.gotgan.server.account.AccountFeature;
import dev.gotgan.server.dataset.DatasetFeature;
import dev.gotgan.server.files.FilesFeature;
import dev.gotgan.server.finding.FindingFeature;
import dev.gotgan.server.images.ImagesFeature;
import dev.gotgan.server.live.LiveFeature;
import dev.gotgan.server.operations.OperationsFeature;
import dev.gotgan.server.page.PageFeature;
import dev.gotgan.server.sharing.SharingFeature;
import dev.gotgan.server.store.StoreFeature;
import dev.gotgan.server.task.TaskFeature;
import dev.gotgan.server.team.TeamFeature;
import dev.gotgan.server.upload.UploadFeature;
import dev.gotgan.server.upload.direct.DirectFeature;
import dev.gotgan.server.web.config.Settings;
import dev.gotgan.server.web.work.Chores;
import dev.gotgan.server.web.work.Housekeeping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;

/// A running server. When [#start] returns, the first request can be answered; [#close] lets the last ones end.
public final class GotganServer implements AutoCloseable {
    private static final Duration SWEEP_EVERY = Duration.ofSeconds(10);

    private final ConfigurableApplicationContext context;
    private final Housekeeping sweeping;
    private final Runnable ground;

    private GotganServer(ConfigurableApplicationContext context, Housekeeping sweeping, Runnable ground) {
        this.context = context;
        this.sweeping = sweeping;
        this.ground = ground;
    }

    /// Every part of the server by name: nothing is found by looking around.
    @Configuration(proxyBeanMethods = false)
    @Import({
        WebWiring.class,
        TomcatWiring.class,
        SignInWiring.class,
        CatalogWiring.class,
        WorkWiring.class,
        AccountFeature.class,
        DatasetFeature.class,
        FilesFeature.class,
        FindingFeature.class,
        ImagesFeature.class,
        LiveFeature.class,
        OperationsFeature.class,
        PageFeature.class,
        SharingFeature.class,
        StoreFeature.class,
        TaskFeature.class,
        TeamFeature.class,
        UploadFeature.class,
        DirectFeature.class
    })
    static class Parts {}

    /// Starts on what the settings name: a folder or a bucket, our own PostgreSQL or another.
    public static GotganServer start(Settings settings) throws IOException {
        makePrivate(settings.data());
        var own = CompletableFuture.supplyAsync(() -> OwnGround.open(settings), Thread::startVirtualThread);
        try {
            return start(
                    settings,
                    new Laid(own.thenApply(OwnGround::ground)),
                    () -> own.join().close());
        } catch (RuntimeException e) {
            own.thenAccept(OwnGround::close).exceptionally(unopened -> null).join();
            throw e;
        }
    }

    /// Starts on a ground that the caller laid, and closes.
    public static GotganServer start(Settings settings, Ground ground) throws IOException {
        makePrivate(settings.data());
        return start(settings, new Laid(CompletableFuture.completedFuture(ground)), () -> {});
    }

    private static GotganServer start(Settings settings, Laid ground, Runnable close) {
        var spring = new SpringApplication(Parts.class);
        spring.setBannerMode(Banner.Mode.OFF);
        spring.setLogStartupInfo(false);
        spring.setRegisterShutdownHook(false);
        spring.setDefaultProperties(Map.of("spring.main.allow-circular-references", "false"));
        spring.addInitializers(context -> {
            var beans = (GenericApplicationContext) context;
            beans.registerBean("settings", Settings.class, () -> settings);
            beans.registerBean("laid", Laid.class, () -> ground);
        });
        var context = spring.run();
        var chores = context.getBean(Chores.class);
        return new GotganServer(context, Housekeeping.of(chores, SWEEP_EVERY), close);
    }

    /// Nobody else on this machine has a look at our data.
    private static void makePrivate(Path data) throws IOException {
        if (!Files.isDirectory(data)) {
            var own = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
            Files.createDirectories(data, own);
        }
    }

    /// Where it listens.
    public int port() {
        var web = context instanceof ServletWebServerApplicationContext servlets ? servlets.getWebServer() : null;
        return web == null ? 0 : web.getPort();
    }

    /// Requests under way are answered first, for ten seconds at most.
    @Override
    public void close() {
        context.close();
        sweeping.close();
        ground.run();
    }
}
