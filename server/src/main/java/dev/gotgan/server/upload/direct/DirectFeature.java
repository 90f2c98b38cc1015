package dev.gotgan.server.upload.direct;

import dev.gotgan.engine.analysis.Workroom;
import dev.gotgan.engine.catalog.Datasets;
import dev.gotgan.engine.commit.CommitLog;
import dev.gotgan.engine.commit.Tree;
import dev.gotgan.engine.commit.WriteSessions;
import dev.gotgan.engine.direct.DirectWalks;
import dev.gotgan.engine.direct.HashArrivals;
import dev.gotgan.engine.direct.PlanDirect;
import dev.gotgan.engine.direct.PutLinks;
import dev.gotgan.engine.direct.TrustedArrivals;
import dev.gotgan.engine.store.ObjectStore;
import dev.gotgan.engine.store.Presigner;
import dev.gotgan.engine.store.StoreTrust;
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
    ArrivedHere arrivedHere(ObjectStore store, StoreTrust trust) {
        return new ArrivedHere(store, new TrustedArrivals(store, trust, new HashArrivals(store)));
    }

    @Bean
    ContentController contentController(
            UploadLinks links, ObjectStore store, WriteSessions sessions, ArrivedHere arrived) {
        return new ContentController(links, new ReceiveContent(store, sessions, arrived));
    }

    @Bean
    DirectUploads directUploads(WriteSessions sessions) {
        return new DirectUploads(sessions);
    }

    @Bean
    SessionController sessionController(
            DirectUploads uploads, WriteSessions sessions, Datasets datasets, StoreTrust trust) {
        return new SessionController(uploads, sessions, datasets, trust);
    }

    @Bean
    DirectWalks directWalks(
            WriteSessions sessions,
            CommitLog commits,
            Tree tree,
            ObjectStore store,
            ArrivedHere arrived,
            Workroom room) {
        return new DirectWalks(sessions, commits, tree, store, arrived, room);
    }

    /// Links lead to the bucket where the store signs some, else to this server.
    @Bean
    PlanDirect planDirect(WriteSessions sessions, UploadLinks own, Optional<Presigner> presigner, StoreTrust trust) {
        return new PlanDirect(
                sessions, presigner.<PutLinks>map(BucketLinks::new).orElse(own), trust);
    }

    @Bean
    DirectUploadController directUploadController(
            DirectUploads uploads, DirectWalks walks, PlanDirect plan, Datasets datasets, PublishSoon publish) {
        var steps = new DirectUploadController.Steps(plan, walks.seal(), walks.preview(), walks.commit());
        return new DirectUploadController(uploads, steps, datasets, publish);
    }
}
