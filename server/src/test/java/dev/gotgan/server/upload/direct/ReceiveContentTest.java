package dev.gotgan.server.upload.direct;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gotgan.engine.catalog.Datasets;
import dev.gotgan.engine.commit.ChangeKind;
import dev.gotgan.engine.commit.NewSession;
import dev.gotgan.engine.commit.SessionId;
import dev.gotgan.engine.commit.Timing;
import dev.gotgan.engine.content.ContentSource;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.DatasetState;
import dev.gotgan.engine.dataset.Visibility;
import dev.gotgan.engine.direct.HashArrivals;
import dev.gotgan.engine.facts.AnalysisHint;
import dev.gotgan.engine.memory.MemoryCatalog;
import dev.gotgan.engine.people.Account;
import dev.gotgan.engine.people.Accounts;
import dev.gotgan.engine.store.Etag;
import dev.gotgan.engine.store.Key;
import dev.gotgan.engine.store.MemoryStore;
import dev.gotgan.engine.store.ObjectStore;
import dev.gotgan.engine.store.RetryingStore;
import dev.gotgan.engine.store.StoreException;
import dev.gotgan.engine.testing.ForwardingStore;
import dev.gotgan.engine.wire.BackOff;
import dev.gotgan.engine.wire.Time;
import dev.gotgan.server.web.live.UploadsUnderWay;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ReceiveContentTest {
    private static final byte[] BYTES = "sent by way of the server".getBytes(UTF_8);
    private static final Key KEY = new Key("datasets/d/a.txt");

    @Test
    void aStoreThatIsBusyForAMomentIsNoReasonToCallTheFileWrong() {
        var kept = new MemoryStore();
        var catalog = new MemoryCatalog(() -> Instant.EPOCH, Timing.embedded());
        var session = session(catalog);
        var underWay = new UploadsUnderWay(catalog.sessions(), told -> {}, () -> 0);
        underWay.of(catalog.sessions().find(session).orElseThrow());
        var store = new RetryingStore(new BusyOnce(kept), quick(), new NoTime());
        var receive = new ReceiveContent(store, catalog.sessions(), new ArrivedHere(new HashArrivals(kept)), underWay);
        var allowed = new UploadLinks.Allowed(session, KEY, Sha256.hash(BYTES), BYTES.length, 0);

        assertThatThrownBy(() -> receive.run(allowed, new ByteArrayInputStream(BYTES)))
                .as("what a client waits for, and sends once more")
                .isInstanceOf(StoreException.Unavailable.class);
        receive.run(allowed, new ByteArrayInputStream(BYTES));
        assertThat(kept.head(KEY)).isPresent();
    }

    private static SessionId session(MemoryCatalog catalog) {
        var person = catalog.accounts()
                .create(
                        new Accounts.NewAccount("kim@example.test", "Kim", null, Account.Kind.MEMBER),
                        new Actor.Itself())
                .id();
        var actor = new Actor.Person(person, false, false);
        var id = DatasetId.random();
        catalog.datasets()
                .create(
                        new Datasets.NewDataset(
                                id, "cats", null, person, Visibility.PRIVATE, List.of(), AnalysisHint.NONE),
                        DatasetState.LIVE,
                        actor);
        return catalog.sessions()
                .open(new NewSession(
                        id, actor, ChangeKind.UPLOAD, "", NewSession.Driver.CLIENT, NewSession.Unsent.KEPT, null));
    }

    private static BackOff quick() {
        return new BackOff(Duration.ofMillis(1), Duration.ofMillis(2), 3, RandomGenerator.getDefault());
    }

    /// Waits are over at once.
    private static final class NoTime implements Time {
        @Override
        public Instant now() {
            return Instant.EPOCH;
        }

        @Override
        public void pause(Duration time) {}
    }

    /// Takes all the bytes of the first write, and is too busy to keep them.
    private static final class BusyOnce extends ForwardingStore {
        private boolean was;

        BusyOnce(ObjectStore store) {
            super(store);
        }

        @Override
        public Etag create(Key key, Sha256 sha256, long length, ContentSource bytes) {
            if (was) {
                return super.create(key, sha256, length, bytes);
            }
            was = true;
            try (var in = bytes.open()) {
                in.readAllBytes();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            throw new StoreException.Unavailable(key, new IOException("503"));
        }
    }
}
