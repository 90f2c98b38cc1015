package dev.gotgan.catalog.postgres;

import dev.gotgan.catalog.postgres.sql.Columns;
import dev.gotgan.catalog.postgres.sql.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the database's clock says, for what is judged outside of SQL (a download link, the undo window).
///
/* All times are the database's: two servers whose clocks differ must not disagree about a link, and one whose clock is
wrong must not end what the database says is good. Asked once in ten seconds; in between the time that has passed is
counted here, by a count that nobody sets. While the database does not answer, that count goes on. */
public final class DatabaseClock implements InstantSource {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseClock.class);
    private static final long TRUSTED = Duration.ofSeconds(10).toNanos();

    private final InstantSource database;
    private final LongSupplier nanos;
    private volatile Reading last;

    private record Reading(Instant time, long at) {
        Instant after(long nanos) {
            return time.plusNanos(nanos - at);
        }
    }

    DatabaseClock(InstantSource database, LongSupplier nanos) {
        this.database = database;
        this.nanos = nanos;
        this.last = ask();
    }

    public static DatabaseClock of(DataSource source) {
        var database = new Database(source);
        return new DatabaseClock(
                () -> database.sql("select clock_timestamp() as now")
                        .query((row, n) -> Columns.time(row, "now"))
                        .single(),
                System::nanoTime);
    }

    @Override
    public Instant instant() {
        long now = nanos.getAsLong();
        if (now - last.at() > TRUSTED) {
            try {
                last = ask();
                return last.time();
            } catch (RuntimeException e) {
                LOG.warn("the database does not tell the time, it is counted on here: {}", e.toString());
                last = new Reading(last.after(now), now);
            }
        }
        return last.after(now);
    }

    /// The count is taken after the answer: a slow answer makes it early, never late.
    private Reading ask() {
        var time = database.instant();
        return new Reading(time, nanos.getAsLong());
    }
}
