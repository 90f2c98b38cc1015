package dev.gotgan.engine.fuzz;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A few seconds of what `./gotgan fuzz` does for half an hour: every input that a target begins from, and the same
/// damage to them in every run.
class FuzzSliceTest {
    private static final int MUTANTS = 6;
    private static final int LONGEST = 16 << 10;

    @ParameterizedTest
    @EnumSource(Target.class)
    void whateverTheBytesAreThereIsAVerdict(Target target) throws IOException {
        var random = new Random(20261128);
        var seeds = Seeds.of(target);
        for (byte[] seed : seeds) {
            run(target, seed);
            for (int i = 0; i < MUTANTS && seed.length <= LONGEST; i++) {
                run(target, mutant(seed, seeds.get(random.nextInt(seeds.size())), random));
            }
        }
    }

    private static void run(Target target, byte[] input) {
        assertThatCode(() -> target.run(input))
                .as(() -> HexFormat.of().formatHex(input))
                .doesNotThrowAnyException();
    }

    private static byte[] mutant(byte[] seed, byte[] other, Random random) {
        byte[] mutant = seed.clone();
        for (int times = 1 + random.nextInt(3); times > 0 && mutant.length > 1; times--) {
            int at = random.nextInt(mutant.length);
            switch (random.nextInt(5)) {
                case 0 -> mutant[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> mutant[at] = (byte) random.nextInt(256);
                case 2 -> mutant = Arrays.copyOf(mutant, at);
                case 3 ->
                    Arrays.fill(mutant, at, Math.min(mutant.length, at + 4), (byte) (random.nextBoolean() ? 0 : -1));
                default -> System.arraycopy(other, 0, mutant, at, Math.min(other.length, mutant.length - at));
            }
        }
        return mutant;
    }
}
