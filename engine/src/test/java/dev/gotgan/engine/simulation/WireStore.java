package dev.gotgan.engine.simulation;

import dev.gotgan.engine.content.ContentSource;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.store.Etag;
import dev.gotgan.engine.store.Key;
import dev.gotgan.engine.store.ObjectStore;
import dev.gotgan.engine.store.StoreException;
import dev.gotgan.engine.store.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One server's way to the store: requests are slow, refused, lost or late, and between any two of them anything else
/// may happen.
final class WireStore implements ObjectStore {
    private final World world;
    private final Server server;
    private final @Nullable Instant signed;

    WireStore(World world, Server server, @Nullable Instant signed) {
        this.world = world;
        this.server = server;
        this.signed = signed;
    }

    @Override
    public ObjectStore signedNow() {
        return world.timing().nothingLandsLate() ? this : new WireStore(world, server, world.now());
    }

    @Override
    public Etag create(Key key, Sha256 sha256, long length, ContentSource bytes) {
        return write(key, Late.Kind.CREATE, 0, () -> world.truth().create(key, sha256, length, bytes));
    }

    @Override
    public Etag replace(Key key, Sha256 sha256, long length, ContentSource bytes) {
        return write(key, Late.Kind.WRITE, server.epoch(), () -> world.truth().replace(key, sha256, length, bytes));
    }

    @Override
    public Etag copy(Key from, @Nullable Etag ifMatch, Key to) {
        return write(to, Late.Kind.WRITE, server.epoch(), () -> world.truth().copy(from, ifMatch, to));
    }

    @Override
    public void delete(Collection<Key> keys) {
        for (var key : keys) {
            long epoch = key.value().startsWith("datasets/") ? server.epoch() : 0;
            write(key, Late.Kind.DELETE, epoch, () -> {
                world.truth().delete(List.of(key));
                return new Etag("gone");
            });
        }
    }

    private Etag write(Key key, Late.Kind kind, long epoch, Supplier<Etag> effect) {
        world.meanwhile(server);
        var sent = signed == null ? world.now() : signed;
        if (world.refusesAsOld(sent)) {
            throw new StoreException.Unavailable(key, wire());
        }
        return switch (world.fate()) {
            case REFUSED -> throw new StoreException.Unavailable(key, wire());
            case LOST -> throw new StoreException.InDoubt(key, wire());
            case LATE -> {
                world.send(new Late(key, kind, sent.plus(world.timing().inDoubt()), epoch, 1, effect));
                throw new StoreException.InDoubt(key, wire());
            }
            case ANSWER_LOST -> {
                world.landUnheard(new Late(key, kind, Instant.MAX, epoch, 1, effect));
                throw new StoreException.InDoubt(key, wire());
            }
            case DONE -> answered(key, kind, epoch, sent, effect);
        };
    }

    private static IOException wire() {
        return new IOException("the wire");
    }

    /// The server may be killed, or sleep, after the request was carried out and before it hears so.
    private Etag answered(Key key, Late.Kind kind, long epoch, Instant sent, Supplier<Etag> effect) {
        world.slow(server, sent);
        var etag = world.land(new Late(key, kind, Instant.MAX, epoch, 1, effect));
        world.meanwhile(server);
        return etag;
    }

    @Override
    public Optional<StoredObject> head(Key key) {
        asked(key);
        return world.truth().head(key);
    }

    @Override
    public InputStream read(Key key, long offset, @Nullable Etag ifMatch) {
        asked(key);
        return world.truth().read(key, offset, ifMatch);
    }

    @Override
    public List<StoredObject> list(String prefix, @Nullable Key after, int limit) {
        world.meanwhile(server);
        return world.truth().list(prefix, after, limit);
    }

    private void asked(Key key) {
        world.meanwhile(server);
        if (world.fate() == Fate.REFUSED) {
            throw new StoreException.Unavailable(key, wire());
        }
    }

    @Override
    public void settle() {
        world.meanwhile(server);
    }
}
