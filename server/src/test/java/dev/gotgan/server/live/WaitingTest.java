package dev.gotgan.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.UserId;
import dev.gotgan.server.web.live.Audience;
import dev.gotgan.server.web.live.Event;
import dev.gotgan.server.web.live.Told;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaitingTest {
    private static final Audience ANYBODY = new Audience.Only(new UserId(1));

    private final Waiting waiting = new Waiting(new Told(Event.of("missed"), ANYBODY));

    @Test
    void ofOneThingOnlyTheNewestWaitsInItsPlace() throws InterruptedException {
        waiting.add(edited("d-a"));
        waiting.add(edited("d-b"));
        waiting.add(edited("d-a"));
        assertThat(all()).extracting(Event::datasetId).containsExactly(new DatasetId("d-a"), new DatasetId("d-b"));
    }

    @Test
    void ofWhatMakesProgressAFewStepsWaitAndTheNewestIsTheLast() throws InterruptedException {
        for (int done = 1; done <= 500; done++) {
            waiting.add(upload("u", done));
        }
        assertThat(all())
                .extracting(Event::done)
                .hasSize(Waiting.STEPS)
                .isSorted()
                .last()
                .isEqualTo(500L);
    }

    @Test
    void nothingKeepsAnotherThingFromItsTurn() throws InterruptedException {
        for (int done = 1; done <= 3; done++) {
            waiting.add(upload("u", done));
        }
        waiting.add(edited("d-a"));
        assertThat(all()).extracting(Event::type).containsExactly("upload", "dataset.edited", "upload", "upload");
    }

    @Test
    void whatIsTooMuchBecomesOneWordAndWhatComesAfterIsTold() throws InterruptedException {
        for (int i = 0; i <= Waiting.MOST; i++) {
            waiting.add(edited("d-" + i));
        }
        assertThat(all()).extracting(Event::type).containsExactly("missed", "dataset.edited");
    }

    @Test
    void nothingIsTakenOnceItIsClosed() throws InterruptedException {
        waiting.add(upload("a", 1));
        waiting.close();
        waiting.add(upload("b", 1));
        assertThat(waiting.take(Duration.ofMinutes(1))).isEmpty();
    }

    private static Told edited(String dataset) {
        return new Told(Event.of("dataset.edited", new DatasetId(dataset)), ANYBODY);
    }

    private static Told upload(String id, long done) {
        return new Told(new Event("upload", null, null, id, null, done, 500, 0, 0, null, "storing"), ANYBODY);
    }

    private List<Event> all() throws InterruptedException {
        var all = new ArrayList<Event>();
        for (var next = waiting.take(Duration.ZERO); next.isPresent(); next = waiting.take(Duration.ZERO)) {
            all.add(next.get().event());
        }
        return all;
    }
}
