package dev.gotgan.server.upload;

import dev.gotgan.engine.analysis.Workroom;
import dev.gotgan.engine.catalog.Datasets;
import dev.gotgan.engine.commit.CommitLog;
import dev.gotgan.engine.commit.Tree;
import dev.gotgan.engine.commit.WriteSessions;
import dev.gotgan.engine.direct.names.ForeseeNames;
import dev.gotgan.engine.store.ObjectStore;
import dev.gotgan.engine.task.Tasks;
import dev.gotgan.engine.upload.UploadWalks;
import dev.gotgan.server.upload.spool.Limits;
import dev.gotgan.server.web.Admission;
import dev.gotgan.server.web.config.Settings;
import dev.gotgan.server.web.live.UploadsUnderWay;
import dev.gotgan.server.web.work.PublishSoon;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.LockSupport;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/// The parts of this feature, put together.
@Configuration(proxyBeanMethods = false)
public class UploadFeature {
    @Bean
    ReceiveRequest receiveRequest(Workroom room, Settings settings, UploadsUnderWay underWay) throws IOException {
        var storage = settings.storage();
        var store = storage.bucket() == null
                ? Limits.FreeSpace.of(Files.createDirectories(storage.store()))
                : Limits.FreeSpace.endless();
        return new ReceiveRequest(room, settings.upload().maxBytes(), store, underWay);
    }

    @Bean
    RunUpload runUpload(
            UploadWalks walks, ReceiveRequest receive, Datasets datasets, Admission admission, PublishSoon publish) {
        return new RunUpload(walks.receive(), receive.limits(), datasets, admission, publish);
    }

    @Bean
    FinishLater finishLater(Tasks tasks, ExecutorService background, JsonMapper json) {
        return new FinishLater(tasks, background, json);
    }

    @Bean
    UploadController uploadController(
            ReceiveRequest receive,
            RunUpload run,
            FinishLater later,
            UploadWalks walks,
            Datasets datasets,
            PublishSoon publish) {
        return new UploadController(receive, run, later, walks.delete(), datasets, publish);
    }

    @Bean
    ForeseeController foreseeController(CommitLog commits, Tree tree, Workroom room, Datasets datasets) {
        return new ForeseeController(new ForeseeNames(commits, tree, room.files()), datasets);
    }

    @Bean
    UploadWalks uploadWalks(WriteSessions sessions, CommitLog commits, Tree tree, ObjectStore store, Workroom room) {
        return new UploadWalks(sessions, commits, tree, store, room, UploadFeature::pause);
    }

    private static void pause(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }
}
