package dev.gotgan.catalog.postgres.embedded;

/// How to reach one database of a PostgreSQL on this machine. [#toString] keeps the password to itself.
public record ConnectionSettings(int port, String database, String user, String password) {
    static final String HOST = "127.0.0.1";

    /* The password is the server's proof as much as ours: with SCRAM required, whoever sits on our port while we are
    down gets neither the password nor a connection. No TLS or GSS probes: it is the loopback. */
    private static final String ONLY_SCRAM = "?sslmode=disable&gssEncMode=disable&requireAuth=scram-sha-256";

    /// The URL for pgjdbc, without user and password.
    public String jdbcUrl() {
        return "jdbc:postgresql://" + HOST + ":" + port + "/" + database + ONLY_SCRAM;
    }

    /// The same server and user, another database.
    public ConnectionSettings withDatabase(String other) {
        return new ConnectionSettings(port, other, user, password);
    }

    /// The same database, another user with the same password.
    ConnectionSettings withUser(String other) {
        return new ConnectionSettings(port, database, other, password);
    }

    @Override
    public String toString() {
        return user + "@" + HOST + ":" + port + "/" + database;
    }
}
