package dev.gotgan.store.s3;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// The time that signatures bear: ours, until the store refuses one and tells another time; then the store's.
///
/* A signature is good for a quarter of an hour before and after the store's own time, so a server whose clock is further
off could do nothing at all, and every link that it gave out would be dead. Only a refusal is believed: some machine on the
way may tell a wrong date with answers that are none the worse for it. AWS's SDK does the same for its own calls. */
final class StoreClock implements InstantSource {
    /// What is less than this was not refused for its time.
    private static final Duration LEAST = Duration.ofMinutes(5);

    private final InstantSource ours;
    private volatile Duration ahead = Duration.ZERO;

    StoreClock(InstantSource ours) {
        this.ours = ours;
    }

    @Override
    public Instant instant() {
        return ours.instant().plus(ahead);
    }

    /// Takes in what a refused request was answered.
    ///
    /// @param date the answer's header of that name
    /// @return whether the same request, signed anew, would bear quite another time
    boolean learns(int status, Optional<String> date) {
        if (status != 400 && status != 401 && status != 403) {
            return false;
        }
        var theirs = date.flatMap(StoreClock::parsed);
        if (theirs.isEmpty() || Duration.between(instant(), theirs.get()).abs().compareTo(LEAST) < 0) {
            return false;
        }
        ahead = Duration.between(ours.instant(), theirs.get());
        return true;
    }

    private static Optional<Instant> parsed(String date) {
        try {
            return Optional.of(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
