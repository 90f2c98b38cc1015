package dev.gotgan.engine.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RoundTripTest {
    @Property(tries = 300)
    void whatAnyPackerWritesIsReadAsItWas(@ForAll Packers packer, @ForAll("trees") Map<String, String> files)
            throws IOException {
        byte[] bytes = packer.pack(files);
        assertThat(Spooled.files(bytes)).isEqualTo(files);
        var survey = Spooled.survey(bytes);
        assertThat(survey.files()).isEqualTo(files.size());
        assertThat(survey.bytes())
                .isEqualTo(files.values().stream().mapToLong(String::length).sum());
    }

    @Property(tries = 60)
    void everyFileCanBeReadByItselfAndManyAtOnce(@ForAll Packers packer, @ForAll("trees") Map<String, String> files)
            throws IOException {
        var alone = Spooled.open(packer.pack(files), archive -> {
            var entries = new ArrayList<ArchiveEntry>();
            archive.read((entry, in) -> entries.add(entry));
            if (archive.kind() == ArchiveKind.TAR_GZ) {
                assertThat(entries).allMatch(entry -> archive.findSource(entry).isEmpty());
                return new TreeMap<>(Spooled.files(archive)); // read a second time instead
            }
            var read = new ConcurrentSkipListMap<String, String>();
            try (var threads = Executors.newFixedThreadPool(4)) {
                var reads = new ArrayList<Future<?>>();
                for (var entry : entries) {
                    reads.add(threads.submit(() -> {
                        try (var in = archive.findSource(entry).orElseThrow().open()) {
                            return read.put(entry.path().value(), Spooled.text(in));
                        }
                    }));
                }
                assertThat(reads).allSatisfy(done -> assertThat(done).succeedsWithin(Duration.ofMinutes(1)));
            }
            return read;
        });
        assertThat(alone).isEqualTo(files);
    }

    @Provide
    Arbitrary<Map<String, String>> trees() {
        var segment = Arbitraries.of("a", "b", "images", "고양이", "é", "cat 🐱", "x".repeat(90), "가".repeat(60));
        var names = segment.list().ofMinSize(1).ofMaxSize(3).map(parts -> String.join("/", parts) + ".jpg");
        var small = Arbitraries.strings().withCharRange('\0', '\u00ff').ofMaxLength(40);
        var large = small.map(text -> (text + "0123456789").repeat(4000));
        var texts = Arbitraries.oneOf(small, large);
        return Arbitraries.maps(names, texts).ofMinSize(1).ofMaxSize(8).map(TreeMap::new);
    }
}
