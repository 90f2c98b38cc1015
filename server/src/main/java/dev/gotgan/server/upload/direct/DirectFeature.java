package dev.gotgan.server.upload.direct;

import dev.gotgan.engine.analysis.Workroom;
import dev.gotgan.engine.catalog.Datasets;
import dev.gotgan.engine.commit.CommitLog;
import dev.gotgan.engine.commit.Tree;
import dev.gotgan.engine.commit.WriteSessions;
import dev.gotgan.engine.direct.AnnouncedMd5;
import dev.gotgan.engine.direct.DirectWalks;
import dev.gotgan.engine.direct.HashArrivals;
import dev.gotgan.engine.direct.PlanDirect;
import dev.gotgan.engine.direct.PutLinks;
import dev.gotgan.engine.direct.TrustedArrivals;
import dev.gotgan.engine.direct.live.TakeFromLive;
import dev.gotgan.engine.store.ObjectStore;
import dev.gotgan.engine.store.Presigner;
import dev.gotgan.engine.store.StoreTrust;
import dev.gotgan.server.web.live.UploadsUnderWay;
import dev.gotgan.server.web.signin.SecretKey;
import dev.gotgan.server.web.work.PublishSoon;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The parts of direct upload, put together.
@Configuration(proxyBeanMethods = false)
public class DirectFeature {
    @Bean
    UploadLinks uploadLinks(SecretKey secret, InstantSource clock) {
        return new UploadLinks(secret, clock);
    }

    @Bean
    AnnouncedMd5 announcedMd5() {
        return new AnnouncedMd5();
    }

    @Bean
    ArrivedHere arrivedHere(ObjectStore store, StoreTrust trust, AnnouncedMd5 announced) {
        return new ArrivedHere(new TrustedArrivals(trust, announced, new HashArrivals(store)));
    }

    @Bean
    ContentController contentController(
            UploadLinks links,
            ObjectStore store,
            WriteSessions sessions,
            ArrivedHere arrived,
            UploadsUnderWay underWay) {
        return new ContentController(links, new ReceiveContent(store, sessions, arrived, underWay));
    }

    @Bean
    DirectUploads directUploads(WriteSessions sessions, UploadsUnderWay underWay) {
        return new DirectUploads(sessions, underWay);
    }

    @Bean
    SessionController sessionController(
            DirectUploads uploads, WriteSessions sessions, Datasets datasets, StoreTrust trust) {
        return new SessionController(uploads, sessions, datasets, trust);
    }

    @Bean
    DirectWalks.Arriving arriving(StoreTrust trust, ArrivedHere arrived) {
        return new DirectWalks.Arriving(trust, arrived);
    }

    @Bean
    DirectWalks directWalks(
            WriteSessions sessions,
            CommitLog commits,
            Tree tree,
            ObjectStore store,
            DirectWalks.Arriving arriving,
            Workroom room) {
        return new DirectWalks(sessions, commits, tree, store, arriving, room);
    }

    @Bean
    TakeFromLive takeFromLive(Tree tree, ObjectStore store, WriteSessions sessions) {
        return new TakeFromLive(tree, store, sessions);
    }

    /// Links lead to the bucket where the store signs some, else to this server, as they do for whoever asks for that.
    @Bean
    DirectUploadController.Ways ways(
            WriteSessions sessions,
            UploadLinks own,
            Optional<Presigner> presigner,
            StoreTrust trust,
            AnnouncedMd5 announced,
            TakeFromLive live) {
        return new DirectUploadController.Ways(
                new PlanDirect(
                        sessions, presigner.<PutLinks>map(BucketLinks::new).orElse(own), trust, announced, live),
                new PlanDirect(sessions, own, trust, announced, live));
    }

    @Bean
    DirectUploadController directUploadController(
            DirectUploads uploads,
            DirectWalks walks,
            DirectUploadController.Ways ways,
            Datasets datasets,
            PublishSoon publish) {
        var steps = new DirectUploadController.Steps(ways, walks.seal(), walks.preview(), walks.commit());
        return new DirectUploadController(uploads, steps, datasets, publish);
    }
}
