package dev.gotgan.engine.simulation;

import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.publish.DeleteDoomed;
import dev.gotgan.engine.publish.Heartbeat;
import dev.gotgan.engine.publish.Lease;
import dev.gotgan.engine.publish.LeaseLost;
import dev.gotgan.engine.publish.PublishRows;
import dev.gotgan.engine.publish.Publisher;
import dev.gotgan.engine.publish.RemoveDatasets;
import dev.gotgan.engine.publish.Sweep;
import dev.gotgan.engine.store.ObjectStore;
import dev.gotgan.engine.store.StoreException;
import dev.gotgan.engine.testing.Watched;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One process from its start to its death, with the real publisher and sweep in it.
final class Server {
    private final World world;
    private final String name;
    private final ObjectStore store;
    private final Publisher publisher;
    private final Sweep sweep;
    private final Set<Runnable> hearts = new LinkedHashSet<>();
    private boolean dead;
    private int asleep;
    private long epoch;

    Server(World world, String name) {
        this.world = world;
        this.name = name;
        this.store = new WireStore(world, this, null);
        var rows = Watched.port(PublishRows.class, world.catalog().publishing(), new Watched.Watch() {
            @Override
            public void before(String call) {
                world.meanwhile(Server.this);
            }

            @Override
            public void after(String call, Object answer) {
                if (answer instanceof Optional<?> found && found.orElse(null) instanceof Lease lease) {
                    epoch = lease.epoch();
                    world.given(lease);
                }
                if (call.equals("release")) {
                    world.released(epoch);
                }
                world.meanwhile(Server.this);
            }
        });
        this.publisher = new Publisher(rows, store, world.timing(), world.clock(), this::beating, 1);
        var catalog = world.catalog();
        this.sweep = new Sweep(
                catalog.sessions(),
                rows,
                publisher,
                new DeleteDoomed(catalog.doomed(), store),
                new RemoveDatasets(catalog.datasets(), store),
                world.timing());
        sweep.takeOver();
    }

    private Heartbeat.Beating beating(Duration period, Runnable beat) {
        hearts.add(beat);
        return () -> hearts.remove(beat);
    }

    void publish(DatasetId dataset) {
        long outer = epoch;
        try {
            world.note(name + " publishes: " + publisher.publish(dataset));
        } catch (LeaseLost | StoreException e) {
            world.note(name + " publishes: " + e.getMessage());
        } finally {
            epoch = outer;
        }
    }

    void sweep() {
        long outer = epoch;
        try {
            sweep.pass();
            world.note(name + " has swept");
        } catch (StoreException e) {
            world.note(name + " sweeps: " + e.getMessage());
        } finally {
            epoch = outer;
        }
    }

    void beat() {
        if (isAwake()) {
            List.copyOf(hearts).forEach(Runnable::run);
        }
    }

    void sleep(Runnable meanwhile) {
        asleep++;
        try {
            meanwhile.run();
        } finally {
            asleep--;
        }
    }

    void kill() {
        dead = true;
    }

    void failIfDead() {
        if (dead) {
            throw new Crashed();
        }
    }

    boolean isAwake() {
        return !dead && asleep == 0;
    }

    boolean isDead() {
        return dead;
    }

    long epoch() {
        return epoch;
    }

    ObjectStore store() {
        return store;
    }

    @Override
    public String toString() {
        return name;
    }
}
