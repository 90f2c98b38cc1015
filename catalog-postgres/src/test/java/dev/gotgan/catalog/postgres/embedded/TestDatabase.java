package dev.gotgan.catalog.postgres.embedded;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/// A database that belongs to one test class; [#close] drops it, whoever is still connected.
public record TestDatabase(ConnectionSettings settings) implements AutoCloseable {
    /// Opens a new connection each time, as the role that owns the database.
    public DataSource dataSource() {
        var source = new PGSimpleDataSource();
        source.setUrl(settings.jdbcUrl());
        source.setUser(settings.user());
        source.setPassword(settings.password());
        return source;
    }

    @Override
    public void close() {
        TestPostgres.drop(settings.database());
    }
}
