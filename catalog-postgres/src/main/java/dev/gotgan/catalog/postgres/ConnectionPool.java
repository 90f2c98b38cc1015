package dev.gotgan.catalog.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;

/// A pool of connections for a server, from a [DatabaseUrl].
public final class ConnectionPool {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

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
        return new HikariDataSource(config);
    }
}
