package dev.gotgan.catalog.postgres.dataset;

import dev.gotgan.catalog.postgres.sql.Database;
import org.jspecify.annotations.Nullable;

/// Whether anything that a list of datasets shows was committed since a snapshot.
///
/* A counter in one row would make every commit wait for the one before it. Here each transaction inserts its own number,
which nobody waits for, and PostgreSQL itself says which numbers a snapshot sees. So the answer is exact: what is committed
and not seen by the old snapshot is there, whoever began first. */
final class ListChanges {
    private final Database database;

    ListChanges(Database database) {
        this.database = database;
    }

    /// @param snapshot as the database has it now; to be taken before what it is kept for is read
    /// @param same     whether nothing was committed since the snapshot that was asked about
    record Now(String snapshot, boolean same) {}

    /// @param since null: nothing is known
    Now since(@Nullable String since) {
        return database.sql("""
                select pg_current_snapshot()::text as snapshot,
                       :since::pg_snapshot is not null
                       and (select pruned from list_horizon) <= pg_snapshot_xmin(:since::pg_snapshot)
                       and not exists (select from list_changes
                                        where xid >= pg_snapshot_xmin(:since::pg_snapshot)
                                          and not pg_visible_in_snapshot(xid, :since::pg_snapshot)) as same
                """)
                .param("since", since)
                .query((row, n) -> new Now(row.getString("snapshot"), row.getBoolean("same")))
                .single();
    }

    /// Forgets numbers that every snapshot from now on sees. Numbers of the future come from a dump of another cluster.
    void prune() {
        database.run(() -> {
            var horizon = database.sql("""
                    insert into list_horizon as h (pruned) values (pg_snapshot_xmin(pg_current_snapshot()))
                        on conflict (one) do update
                       set pruned = case when h.pruned > pg_snapshot_xmax(pg_current_snapshot()) then excluded.pruned
                                         else greatest(h.pruned, excluded.pruned) end
                    returning pruned::text
                    """).query(String.class).single();
            database.sql("""
                    delete from list_changes
                     where xid < :horizon::xid8 or xid >= pg_snapshot_xmax(pg_current_snapshot())
                    """).param("horizon", horizon).update();
        });
    }
}
