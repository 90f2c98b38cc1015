package dev.gotgan.engine.simulation;

import dev.gotgan.engine.commit.Timing;
import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// Random schedules of the write path. A failure names its seed: `-Dgotgan.seed=N -Dgotgan.schedules=1` runs it again.
///
/// `./gotgan test -o -pl engine -Dtest=SimulationTest -Dgotgan.schedules=20000` is the long run.
class SimulationTest {
    private static final int SCHEDULES = Integer.getInteger("gotgan.schedules", 150);
    private static final long SEED = Long.getLong("gotgan.seed", 20_261_128);
    private static final int STEPS = 60;

    /// As of S3: T 15 min, U 1 h, D 30 min.
    private static final Timing LATE =
            new Timing(Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofMinutes(30), Duration.ofDays(7));

    @Test
    void nothingIsEverLostWithAFolderAndOneServer() {
        LongStream.range(SEED, SEED + SCHEDULES).forEach(seed -> new World(seed, Timing.embedded()).run(STEPS));
    }

    @Test
    void nothingIsEverLostWithABucketAndTwoServers() {
        LongStream.range(SEED, SEED + SCHEDULES).forEach(seed -> new World(seed, LATE).run(STEPS));
    }
}
