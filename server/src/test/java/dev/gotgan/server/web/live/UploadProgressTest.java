package dev.gotgan.server.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.engine.dataset.UserId;
import dev.gotgan.server.web.live.UploadProgress.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class UploadProgressTest {
    private final AtomicLong nanos = new AtomicLong();
    private final List<Event> told = new ArrayList<>();
    private final UploadProgress progress =
            new UploadProgress("u", each -> told.add(each.event()), nanos::get, new Audience.Only(new UserId(1)));

    @Test
    void aFiftiethIsToldAndLessIsNot() {
        progress.total(1000, 0);
        told.clear();
        for (int i = 0; i < 1000; i++) {
            progress.stored();
        }
        assertThat(told).extracting(Event::done).hasSize(50).first().isEqualTo(20L);
        assertThat(told.getLast().done()).isEqualTo(1000);
    }

    @Test
    void littleIsToldWhenItHasTakenLong() {
        progress.total(0, 1 << 30);
        told.clear();
        progress.received(10);
        assertThat(told).isEmpty();
        nanos.addAndGet(Duration.ofMillis(100).toNanos());
        progress.received(10);
        assertThat(told).extracting(Event::bytesDone).containsExactly(20L);
    }

    @Test
    void whatIsPlannedLaterRaisesTheTotalAndNothingGoesBack() {
        progress.known(0, 10, 100);
        progress.received(60);
        progress.stored();
        progress.known(0, 5, 50);
        assertThat(told.getLast())
                .extracting(Event::done, Event::total, Event::bytesDone, Event::bytesTotal)
                .containsExactly(1L, 5L, 60L, 60L);
    }

    @Test
    void filesThatAreCheckedAreToldOneByOneWhileTheyAreFewAndMoreSeldomLater() {
        progress.step(Step.CHECKING);
        told.clear();
        for (int i = 0; i < 1000; i++) {
            progress.checked();
        }
        assertThat(told).extracting(Event::checked).startsWith(1L, 2L, 3L).isSorted();
        assertThat(told.size()).isBetween(50, 250);
        assertThat(told).as("none of them is stored").extracting(Event::done).containsOnly(0L);
    }

    @Test
    void nothingComesAfterTheLastStep() {
        progress.step(Step.COMMITTED);
        progress.step(Step.ENDED);
        assertThat(told).extracting(Event::message).containsExactly("committed");
    }

    @Test
    void bytesOfASendingThatFailedAreTakenBack() {
        progress.total(1, 100);
        progress.received(80);
        progress.received(-80);
        progress.received(100);
        assertThat(told).extracting(Event::bytesDone).endsWith(100L);
    }
}
