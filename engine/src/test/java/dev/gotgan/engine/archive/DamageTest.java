package dev.gotgan.engine.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DamageTest {
    private static final Map<String, String> FILES = new TreeMap<>(
            Map.of("data.yaml", "names: [cat]", "images/고양이.jpg", "0123456789".repeat(30), "labels/empty.txt", ""));

    /// A tar has no checksums of its data, so only what a gzip or a zip lets through has to be the same.
    @ParameterizedTest
    @EnumSource(Packers.class)
    void anyFlippedByteIsRefusedOrChangesNothing(Packers packer) throws IOException {
        byte[] good = packer.pack(FILES);
        boolean checked = packer != Packers.GNU_TAR && packer != Packers.PAX_TAR;
        int accepted = 0;
        for (int at = 0; at < good.length; at += step(good)) {
            for (int flip : new int[] {1, 0x20, 0x80, 0xFF}) {
                byte[] bad = good.clone();
                bad[at] ^= (byte) flip;
                var files = find(bad);
                accepted += files.isPresent() ? 1 : 0;
                if (checked) {
                    assertThat(files.orElse(FILES))
                            .as("byte %d of %s", at, packer)
                            .isEqualTo(FILES);
                }
            }
        }
        assertThat(accepted).isLessThan(good.length * 2); // most flips are noticed
    }

    @ParameterizedTest
    @EnumSource(Packers.class)
    void anyCutIsRefusedOrIsAnEarlierEnd(Packers packer) throws IOException {
        byte[] good = packer.pack(FILES);
        for (int length = 0; length < good.length; length += step(good)) {
            var files = find(Arrays.copyOf(good, length));
            if (files.isPresent()) { // only a tar may lack its end
                assertThat(packer).isIn(Packers.GNU_TAR, Packers.PAX_TAR);
                assertThat(FILES).containsAllEntriesOf(files.get());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Packers.class)
    void anythingAppendedIsRefused(Packers packer) throws IOException {
        byte[] good = packer.pack(FILES);
        for (String more : new String[] {"x", "PK\5\6", "\u001f\u008b", "<html>", new String(new char[600]) + "x"}) {
            byte[] bad = Arrays.copyOf(good, good.length + more.length());
            System.arraycopy(HandZip.raw(more), 0, bad, good.length, more.length());
            assertThat(find(bad)).isEmpty();
        }
        byte[] twice = Arrays.copyOf(good, good.length * 2);
        System.arraycopy(good, 0, twice, good.length, good.length);
        assertThat(find(twice)).isEmpty();
    }

    @Property(tries = 400)
    void anyMixtureOfDamageIsAVerdict(@ForAll Packers packer, @ForAll("damages") long[] damages) throws IOException {
        byte[] bad = packer.pack(FILES);
        for (long damage : damages) {
            int at = (int) Long.remainderUnsigned(damage, bad.length);
            switch ((int) (damage >>> 60) & 3) {
                case 0 -> bad[at] = (byte) (damage >>> 40);
                case 1 -> Arrays.fill(bad, at, Math.min(bad.length, at + 8), (byte) (damage >>> 40));
                case 2 -> bad = Arrays.copyOf(bad, at + 1);
                default -> System.arraycopy(bad, 0, bad, at, Math.min(30, bad.length - at));
            }
        }
        find(bad);
    }

    /// Every byte of a short archive; of a longer one, one that meets all places of a block in the end.
    private static int step(byte[] archive) {
        return archive.length > 4000 ? 13 : 1;
    }

    @Provide
    Arbitrary<long[]> damages() {
        return Arbitraries.longs()
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(list -> list.stream().mapToLong(Long::longValue).toArray());
    }

    /// Everything but an [ArchiveRefused] passes, and fails the test.
    private static Optional<Map<String, String>> find(byte[] bytes) {
        try {
            return Optional.of(Spooled.files(bytes));
        } catch (ArchiveRefused refused) {
            return Optional.empty();
        }
    }
}
