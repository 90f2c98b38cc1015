package dev.gotgan.catalog.postgres.embedded;

import java.util.Locale;

/// The embedded PostgreSQL cannot serve. The message starts with the trouble's code and ends with what to do
/// about it.
public final class EmbeddedPostgresException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Trouble trouble;

    EmbeddedPostgresException(Trouble trouble, String message) {
        super(trouble.code() + ": " + message);
        this.trouble = trouble;
    }

    EmbeddedPostgresException(Trouble trouble, String message, Throwable cause) {
        super(trouble.code() + ": " + message, cause);
        this.trouble = trouble;
    }

    public Trouble trouble() {
        return trouble;
    }

    /// What went wrong; each kind leaves the data as it was.
    public enum Trouble {
        /// Another server holds the home.
        HOME_HELD,
        /// The build carries no PostgreSQL for this processor, or it could not be unpacked.
        NO_BINARIES,
        /// PostgreSQL refuses to run as root, and root could not be shed.
        CANNOT_SHED_ROOT,
        /// The data were made by another major version of PostgreSQL.
        OTHER_VERSION,
        /// The data are there, their password is not, or is another one.
        PASSWORD_LOST,
        /// initdb failed; nothing of it stays.
        INIT_FAILED,
        /// The server process did not come up; the message quotes its log.
        START_FAILED,
        /// The server process did not go down.
        STOP_FAILED,
        /// It was closed before.
        CLOSED,
        /// The file system refused.
        HOME_UNUSABLE;

        /// The code for logs and screens, such as `postgres_home_held`.
        public String code() {
            return "postgres_" + name().toLowerCase(Locale.ROOT);
        }
    }
}
