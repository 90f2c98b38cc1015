package dev.gotgan.engine.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gotgan.engine.archive.open.OpenArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Archives as the commands of the machine write them.
class CommandsTest {
    private static final Map<String, String> FILES = new TreeMap<>(Map.of(
            "data.yaml",
            "names: [cat]",
            "images/고양이.jpg",
            "0123456789".repeat(1000),
            "labels/empty.txt",
            "",
            "deep/" + "d".repeat(120) + "/" + "e".repeat(120) + ".txt",
            "long"));

    @TempDir
    Path folder;

    @BeforeEach
    void writeTheFiles() throws IOException {
        for (var file : FILES.entrySet()) {
            Path at = folder.resolve("in").resolve(file.getKey());
            Files.createDirectories(at.getParent());
            Files.writeString(at, file.getValue());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-r", "-r0", "-rX", "-r9", "-rfd", "-rD"})
    void zipIsReadAsItWas(String options) throws Exception {
        assertThat(packed("zip", "-q", options, "../out", ".")).isEqualTo(FILES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-cf", "-czf"})
    void tarIsReadAsItWasInEveryFormat(String options) throws Exception {
        for (String format : List.of("gnu", "pax", "posix")) {
            assertThat(packed("tar", options, "../out", "--format=" + format, "data.yaml", "images", "labels", "deep"))
                    .isEqualTo(FILES);
        }
        assertThat(packed("tar", options, "../out", "--format=ustar", "data.yaml", "images", "labels"))
                .hasSize(3);
        assertThat(packed("tar", options, "../out", "--format=v7", "data.yaml", "images", "labels"))
                .hasSize(3);
    }

    @Test
    void aTarOfTheFolderItselfIsRefusedWithTheWayOut() throws Exception {
        try {
            packed("tar", "-cf", "../out", ".");
            throw new AssertionError("accepted");
        } catch (ArchiveRefused refused) {
            assertThat(refused.code()).isEqualTo("path_ambiguous");
            assertThat(refused.why()).contains("pack '*', not '.'");
        }
    }

    private Map<String, String> packed(String... command) throws IOException, InterruptedException {
        var parts = new ArrayList<>(List.of(command));
        parts.replaceAll(
                part -> part.equals("../out") ? folder.resolve("out.bin").toString() : part);
        Process process;
        try {
            process = new ProcessBuilder(parts)
                    .directory(folder.resolve("in").toFile())
                    .inheritIO()
                    .start();
        } catch (IOException absent) {
            assumeTrue(false, "this machine has no " + command[0]);
            throw absent;
        }
        assertThat(process.waitFor()).isZero();
        try (var archive = OpenArchive.of(folder.resolve("out.bin"), Spooled.LIMITS)) {
            return Spooled.files(archive);
        } finally {
            Files.delete(folder.resolve("out.bin"));
        }
    }
}
