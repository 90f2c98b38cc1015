package dev.gotgan.engine.people;

import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.dataset.UserId;
import java.time.Duration;
import java.util.Optional;

/// Who is signed in by browser, known by the hash of their cookie. Each call is one transaction; all times
/// are the database's, so a restart of the server signs nobody out.
public interface BrowserSessions {
    /// How long a session lives after it was last used.
    Duration LIFE = Duration.ofDays(14);

    /// Signs a person in. Sessions that have expired are removed on the way.
    ///
    /// @param cookie hash of a secret of at least 128 random bits
    void begin(UserId person, Sha256 cookie);

    /// Whom a cookie lets in: nobody if it is unknown or expired, or its owner is disabled. Keeps it alive,
    /// to the hour.
    Optional<Account> find(Sha256 cookie);

    /// Signs out; a cookie that is unknown is no error.
    void end(Sha256 cookie);

    /// Signs a person out everywhere.
    void endAll(UserId person);
}
