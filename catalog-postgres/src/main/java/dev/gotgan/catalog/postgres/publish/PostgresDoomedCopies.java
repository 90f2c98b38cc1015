package dev.gotgan.catalog.postgres.publish;

import dev.gotgan.catalog.postgres.sql.Columns;
import dev.gotgan.catalog.postgres.sql.Database;
import dev.gotgan.engine.commit.Timing;
import dev.gotgan.engine.publish.DoomedCopies;
import dev.gotgan.engine.store.Key;
import java.util.List;

/// [DoomedCopies] on PostgreSQL.
public final class PostgresDoomedCopies implements DoomedCopies {
    private final Database database;
    private final Timing timing;

    public PostgresDoomedCopies(Database database, Timing timing) {
        this.database = database;
        this.timing = timing;
    }

    @Override
    public void doomAbandoned() {
        database.sql("""
                update copies
                   set state = 'doomed', doomed_at = clock_timestamp()
                 where id in (select id from copies
                               where state = 'copying'
                                 and created_at < clock_timestamp() - make_interval(secs => :age)
                                 and not exists (select from publish_lease l
                                                  where l.dataset = copies.dataset
                                                    and l.expires + make_interval(secs => :doubt) > clock_timestamp())
                               order by id
                                 for update skip locked)
                """)
                .param("age", Columns.seconds(timing.abandoned()))
                .param("doubt", Columns.seconds(timing.inDoubt()))
                .update();
    }

    @Override
    public List<Doomed> due(int limit) {
        return database.sql("""
                update copies c
                   set listed_at = clock_timestamp()
                  from (select id from copies
                         where state = 'doomed'
                           and (not deleted_once
                                or doomed_at + make_interval(secs => :quiet) <= clock_timestamp())
                         order by id
                         limit :limit
                           for update) due
                 where c.id = due.id
                returning c.id, c.key
                """)
                .param("quiet", Columns.seconds(timing.quiet()))
                .param("limit", limit)
                .query((row, n) -> new Doomed(row.getLong("id"), new Key(row.getString("key"))))
                .list();
    }

    /// A key that a PUT may still bring back is deleted twice; only a DELETE that was sent after that time counts.
    @Override
    public void deleted(List<Doomed> copies) {
        var ids = copies.stream().map(Doomed::copy).toArray(Long[]::new);
        database.run(() -> {
            database.sql("""
                    delete from copies
                     where id = any (:ids) and state = 'doomed'
                       and (session is null or listed_at >= doomed_at + make_interval(secs => :quiet))
                    """)
                    .param("ids", ids)
                    .param("quiet", Columns.seconds(timing.quiet()))
                    .update();
            database.sql("update copies set deleted_once = true where id = any (:ids) and state = 'doomed'")
                    .param("ids", ids)
                    .update();
        });
    }
}
