package dev.gotgan.catalog.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;

/// A pool of connections for a server, from a [DatabaseUrl].
public final class ConnectionPool {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /// Statements are planned for the values at hand. A plan that is kept is made for its first callers: an admin's
    /// list by a stranger's plan, and ten thousand files by that of forty uploads of one file, take minutes.
    static final String PLANNED_FOR_EACH = "set plan_cache_mode = force_custom_plan";

    private ConnectionPool() {}

    /// The caller closes it.
    ///
    /// @param size connections at most
    public static HikariDataSource open(DatabaseUrl url, int size) {
        var config = new HikariConfig();
        config.setPoolName("gotgan");
        config.setJdbcUrl(url.jdbc());
        config.setUsername(url.user());
        config.setPassword(url.password());
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(Math.min(2, size));
        config.setConnectionTimeout(PATIENCE.toMillis());
        config.addDataSourceProperty("ApplicationName", "gotgan");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.setConnectionInitSql(PLANNED_FOR_EACH);
        return new HikariDataSource(config);
    }
}
