package dev.gotgan.catalog.postgres.publish;

import dev.gotgan.catalog.postgres.session.DatasetLock;
import dev.gotgan.catalog.postgres.sql.Columns;
import dev.gotgan.catalog.postgres.sql.Database;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.publish.Lease;
import dev.gotgan.engine.publish.LeaseLost;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Leases on live trees. The epoch only ever rises; whoever holds an older one can record nothing.
public final class Leases {
    private final Database database;
    private final DatasetLock lock;

    Leases(Database database) {
        this.database = database;
        this.lock = new DatasetLock(database);
    }

    Optional<Lease> acquire(DatasetId dataset, Duration life, Duration grace) {
        return database.in(() -> lock.take(dataset)
                .flatMap(locked -> database.sql("""
                insert into publish_lease as l (dataset, epoch, expires)
                select :dataset, 1, clock_timestamp() + make_interval(secs => :life)
                 where :state <> 'deleting'
                    on conflict (dataset) do update
                   set epoch = l.epoch + 1, expires = excluded.expires
                 where l.expires is null or l.expires + make_interval(secs => :grace) <= clock_timestamp()
                returning epoch
                """)
                        .param("dataset", dataset.value())
                        .param("state", locked.state().wire())
                        .param("life", Columns.seconds(life))
                        .param("grace", Columns.seconds(grace))
                        .query((row, n) -> new Lease(dataset, row.getLong("epoch")))
                        .optional()));
    }

    void renew(Lease lease, Duration life) {
        int renewed = database.sql("""
                update publish_lease
                   set expires = clock_timestamp() + make_interval(secs => :life)
                 where dataset = :dataset and epoch = :epoch and expires is not null
                """)
                .param("dataset", lease.dataset().value())
                .param("epoch", lease.epoch())
                .param("life", Columns.seconds(life))
                .update();
        if (renewed == 0) {
            throw new LeaseLost(lease);
        }
    }

    void endAll() {
        database.run(() -> {
            database.sql("update publish_lease set epoch = epoch + 1, expires = null")
                    .update();
            database.sql("update copies set state = 'doomed', doomed_at = clock_timestamp() where state = 'copying'")
                    .update();
        });
    }

    void release(Lease lease) {
        database.sql("update publish_lease set expires = null where dataset = :dataset and epoch = :epoch")
                .param("dataset", lease.dataset().value())
                .param("epoch", lease.epoch())
                .update();
    }

    /// One transaction under the lock of the dataset, of which `lease` is still the newest.
    <T extends @Nullable Object> T in(Lease lease, Supplier<T> work) {
        return database.in(() -> {
            if (lock.take(lease.dataset()).isEmpty() || !newest(lease)) {
                throw new LeaseLost(lease);
            }
            return work.get();
        });
    }

    void run(Lease lease, Runnable work) {
        in(lease, () -> {
            work.run();
            return true;
        });
    }

    private boolean newest(Lease lease) {
        return database.sql("""
                select exists (select from publish_lease
                                where dataset = :dataset and epoch = :epoch and expires is not null)
                """)
                .param("dataset", lease.dataset().value())
                .param("epoch", lease.epoch())
                .query(Boolean.class)
                .single();
    }

    /// Fences off whoever holds the lease; inside the transaction that ends the dataset.
    public static void fence(Database database, DatasetId dataset) {
        database.sql("""
                insert into publish_lease as l (dataset, epoch) values (:dataset, 1)
                    on conflict (dataset) do update set epoch = l.epoch + 1, expires = null
                """).param("dataset", dataset.value()).update();
    }
}
