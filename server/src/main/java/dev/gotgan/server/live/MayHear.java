package dev.gotgan.server.live;

import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.UserId;
import dev.gotgan.engine.event.Notice;
import dev.gotgan.server.web.Admission;
import dev.gotgan.server.web.live.Audience;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/// Whether somebody may hear an event now, by the rule that a request for what it is about would have to pass.
///
/* A yes is asked for anew each time, so that a right that was withdrawn is withdrawn. A no is remembered for some seconds,
or until any right changes: else a hundred strangers would cost a hundred questions each time an upload moves. Few ask at
once, so that events never take the connections that requests need. */
final class MayHear {
    private static final int AT_ONCE = 3;
    private static final int REMEMBERED = 100_000;
    private static final long FORGOTTEN = Duration.ofSeconds(5).toNanos();

    private final Admission admission;
    private final LongSupplier nanos;
    private final Semaphore asking = new Semaphore(AT_ONCE);
    private final AtomicLong epoch = new AtomicLong();
    private final Map<Question, No> refused = new ConcurrentHashMap<>();

    MayHear(Admission admission, LongSupplier nanos) {
        this.admission = admission;
        this.nanos = nanos;
    }

    private record Question(UserId person, boolean admin, Audience.Admitted audience) {}

    /// @param epoch that was when the question began
    private record No(long epoch, long at) {}

    boolean of(Actor.Person reader, Audience audience) throws InterruptedException {
        return switch (audience) {
            case Audience.Only(UserId person) -> person.equals(reader.id());
            case Audience.AndAdmins(var people) -> reader.admin() || people.contains(reader.id());
            case Audience.Admitted admitted -> admitted(reader, admitted);
            case Audience.Lost(var seers, var sight) -> saw(reader, seers) && !admitted(reader, sight);
        };
    }

    private static boolean saw(Actor.Person reader, Notice.Seers seers) {
        return switch (seers) {
            case Notice.Seers.Everybody() -> true;
            case Notice.Seers.These(var people) -> people.contains(reader.id());
        };
    }

    private boolean admitted(Actor.Person reader, Audience.Admitted audience) throws InterruptedException {
        var question = new Question(reader.id(), reader.admin(), audience);
        long began = epoch.get();
        var no = refused.get(question);
        if (no != null && no.epoch() == began && nanos.getAsLong() - no.at() < FORGOTTEN) {
            return false;
        }
        asking.acquire();
        try {
            if (admission.wouldAdmit(audience.rule(), reader, audience.names())) {
                return true;
            }
        } finally {
            asking.release();
        }
        if (refused.size() >= REMEMBERED) {
            refused.clear();
        }
        refused.put(question, new No(began, nanos.getAsLong()));
        return false;
    }

    /// Some right has changed.
    void askAnew() {
        epoch.incrementAndGet();
        refused.clear();
    }
}
