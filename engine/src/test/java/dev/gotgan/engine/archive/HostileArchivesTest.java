package dev.gotgan.engine.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gotgan.engine.archive.open.OpenArchive;
import dev.gotgan.engine.content.door.PathDoor;
import dev.gotgan.engine.testing.Json;
import dev.gotgan.engine.testing.Shared;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class HostileArchivesTest {
    private static final ArchiveLimits LIMITS = ArchiveLimits.upTo(20L << 30);
    /// Warnings that only the analysis of what is inside can give.
    private static final Set<String> OF_LABELS = Set.of("label_reference");

    @TestFactory
    Stream<DynamicTest> everyHostileArchiveHasItsVerdictAndItsReason() {
        return Json.objects(Shared.at("hostile/manifest.json"), "cases").stream()
                .filter(hostile -> "archive".equals(hostile.get("group")))
                .map(hostile -> DynamicTest.dynamicTest(String.valueOf(hostile.get("id")), () -> check(hostile)));
    }

    @Test
    void aBombInAGzipIsStoppedWhileItStreams() {
        var bomb = Shared.at("hostile/archive/targz-bomb-4g.tar.gz");
        var seen = new AtomicLong();
        var refused = catchThrowableOfType(ArchiveRefused.class, () -> {
            try (var archive = OpenArchive.of(bomb, LIMITS)) {
                archive.read((entry, in) -> {
                    byte[] buffer = new byte[1 << 16];
                    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                        seen.addAndGet(n);
                    }
                });
            }
        });
        assertThat(refused.code()).isEqualTo("archive_bomb_ratio");
        assertThat(seen.get()).isLessThan(200L << 20);
    }

    @Test
    void anEntryThatLiesAboutItsSizeIsInflatedToThatSizeAtMost() {
        var bomb = Shared.at("hostile/archive/zip-bomb-lying.zip");
        var seen = new AtomicLong();
        var refused = catchThrowableOfType(ArchiveRefused.class, () -> {
            try (var archive = OpenArchive.of(bomb, LIMITS)) {
                archive.read((entry, in) -> seen.set(in.readAllBytes().length));
            }
        });
        assertThat(refused.code()).isEqualTo("archive_corrupt");
        assertThat(seen.get()).isLessThanOrEqualTo(1057);
    }

    @Test
    void koreanNamesOfWindowsAreRead() throws IOException {
        try (var archive = OpenArchive.of(Shared.at("hostile/archive/zip-cp949-names.zip"), LIMITS)) {
            assertThat(Spooled.files(archive)).containsKeys("images/train/고양이.jpg", "labels/train/고양이.txt");
        }
    }

    private static void check(Map<String, Object> hostile) throws IOException {
        Path file = Shared.at("hostile/" + hostile.get("file"));
        String reason = String.valueOf(hostile.get("reason"));
        switch (String.valueOf(hostile.get("expected"))) {
            case "reject" -> {
                var refused = catchThrowableOfType(ArchiveRefused.class, () -> survey(file));
                assertThat(refused.code()).isEqualTo(reason);
                assertThat(refused.why()).isNotBlank();
                assertThat(refused.getMessage().codePoints()).noneMatch(Character::isISOControl);
            }
            case "accept_with_warning" -> {
                var survey = survey(file);
                if (!OF_LABELS.contains(reason)) {
                    assertThat(codes(survey)).contains(reason);
                }
                assertThat((long) survey.files())
                        .isEqualTo(hostile.getOrDefault("expect_entries", (long) survey.files()));
            }
            case "accept" -> assertThat(codes(survey(file))).isEmpty();
            default -> throw new IllegalStateException("a new verdict: " + hostile);
        }
    }

    private static ArchiveSurvey survey(Path file) throws IOException {
        try (var archive = OpenArchive.of(file, LIMITS)) {
            return archive.read((entry, in) -> {});
        }
    }

    private static List<String> codes(ArchiveSurvey survey) {
        return Stream.concat(survey.warnings().stream(), survey.skipped().stream())
                .map(PathDoor.Notice::code)
                .toList();
    }
}
