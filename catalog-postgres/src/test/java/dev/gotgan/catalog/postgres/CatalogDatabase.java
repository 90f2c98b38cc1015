package dev.gotgan.catalog.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.gotgan.catalog.postgres.embedded.TestDatabase;
import dev.gotgan.catalog.postgres.embedded.TestPostgres;
import dev.gotgan.catalog.postgres.sql.Database;
import dev.gotgan.engine.commit.Timing;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

/// A database with the catalog's tables, a pool on it, and a way to let time pass in it.
public final class CatalogDatabase implements AutoCloseable {
    private final TestDatabase test = TestPostgres.copyOf("catalog", PostgresCatalog::migrate);
    private final HikariDataSource pool;
    private final Database database;

    public CatalogDatabase() {
        var config = new HikariConfig();
        config.setDataSource(test.dataSource());
        config.setMaximumPoolSize(6);
        config.setMinimumIdle(1);
        config.setConnectionInitSql(ConnectionPool.PLANNED_FOR_EACH);
        this.pool = new HikariDataSource(config);
        this.database = new Database(pool);
    }

    /// The catalog without a row.
    public PostgresCatalog empty(Timing timing) {
        database.sql("""
                do $$
                declare t text;
                begin
                    for t in select format('%I', tablename) from pg_tables
                              where schemaname = 'public' and tablename <> 'flyway_schema_history'
                              order by tablename = 'users', tablename = 'organizations', tablename = 'datasets'
                    loop
                        execute 'delete from ' || t;
                    end loop;
                end $$
                """).update();
        return open(timing);
    }

    public PostgresCatalog open(Timing timing) {
        return new PostgresCatalog(pool, timing, "local");
    }

    public Database database() {
        return database;
    }

    public DataSource source() {
        return pool;
    }

    /// Everything that was recorded so far becomes older.
    public void age(Duration by) {
        for (var column : times()) {
            database.sql("update %s set %s = %s - make_interval(secs => :by) where isfinite(%s)"
                            .formatted(column.table(), column.name(), column.name(), column.name()))
                    .param("by", by.toMillis() / 1e3)
                    .update();
        }
    }

    private record Column(String table, String name) {}

    private List<Column> times() {
        return database.sql("""
                select table_name, column_name
                  from information_schema.columns
                 where table_schema = 'public' and data_type = 'timestamp with time zone'
                """)
                .query((row, n) -> new Column(row.getString("table_name"), row.getString("column_name")))
                .list();
    }

    @Override
    public void close() {
        pool.close();
        test.close();
    }
}
