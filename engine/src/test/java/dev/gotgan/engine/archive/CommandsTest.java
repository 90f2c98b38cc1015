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
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tar -cf ../out .",
                "tar -czf ../out --format=pax .",
                "bsdtar -cf ../out .",
                "bsdtar -cf ../out --format=ustar data.yaml images labels",
                "bsdtar -czf ../out --format=pax data.yaml images labels deep",
                "bsdtar -czf ../out --format=gnutar data.yaml images labels deep",
                "bsdtar -cf ../out --format=zip data.yaml images labels deep",
                "7z a -bd -tzip ../out data.yaml images labels deep",
                "7z a -bd -tzip -mx=9 -mcu=on ../out data.yaml images labels deep",
                "7z a -bd -ttar ../out data.yaml images labels deep",
                "sh -c 'zip -qr - . > ../out'",
                "sh -c 'tar -cf - . | pigz -b 128 > ../out'",
                "sh -c 'tar -cf - . | pigz -11 > ../out'",
                "sh -c '(tar -cf - . | head -c 5000 | gzip; tar -cf - . | tail -c +5001 | gzip) > ../out'",
                "python3 -m zipfile -c ../out data.yaml images labels deep",
            })
    void whatOtherToolsWriteIsReadAsItWas(String command) throws Exception {
        assertThat(packed(words(command))).isEqualTo(command.contains("ustar") ? withoutDeep() : FILES);
    }

    @Test
    void aJarIsAZipWithAManifest() throws Exception {
        var files = packed("jar", "-cf", "../out", "-C", ".", ".");
        assertThat(files).containsKey("META-INF/MANIFEST.MF").containsAllEntriesOf(FILES);
    }

    /// What is not read is named, and so is what is.
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "7z a -bd -t7z ../out data.yaml, 7z",
                "bsdtar -cf ../out --format=7zip data.yaml, 7z",
                "sh -c 'tar -cf - . | zstd -q > ../out', zstd",
                "sh -c 'tar -cf - . | xz > ../out', xz",
                "sh -c 'tar -cf - . | bzip2 > ../out', bzip2",
            })
    void aForeignArchiveIsToldByItsName(String command, String name) throws Exception {
        var refused = refusal(command);
        assertThat(refused.code()).isEqualTo("archive_type_mismatch");
        assertThat(refused.why()).contains(name).contains(".zip, .tar, .tar.gz");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "7z a -bd -tzip -mm=Deflate64 ../out data.yaml images, archive_unsupported, use deflate or store",
                "7z a -bd -tzip -mm=LZMA ../out data.yaml images, archive_unsupported, use deflate or store",
                "7z a -bd -tzip -psecret ../out data.yaml, archive_encrypted, without a password",
                "zip -q -P secret ../out data.yaml, archive_encrypted, without a password",
                "sh -c 'truncate -s 1M hole && tar --sparse -cf ../out hole', archive_special, without --sparse",
                "sh -c 'ln -s data.yaml link && tar -cf ../out link', archive_symlink, pack with -h",
                "sh -c 'ln data.yaml twin && tar -cf ../out data.yaml twin', archive_hardlink, pack the file itself",
                "sh -c 'mkfifo pipe && tar -cf ../out pipe', archive_special, a pipe",
                "tar -cf ../out ./data.yaml, path_ambiguous, pack '.' or '*'",
            })
    void aRefusalSaysWhatToDo(String command, String code, String wayOut) throws Exception {
        var refused = refusal(command);
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.why()).contains(wayOut);
    }

    private ArchiveRefused refusal(String command) throws Exception {
        try {
            packed(words(command));
        } catch (ArchiveRefused refused) {
            return refused;
        }
        throw new AssertionError("accepted: " + command);
    }

    private static Map<String, String> withoutDeep() {
        var files = new TreeMap<>(FILES);
        files.keySet().removeIf(path -> path.startsWith("deep"));
        return files;
    }

    /// Split at spaces, but for what stands between apostrophes.
    private static String[] words(String command) {
        int quoted = command.indexOf('\'');
        if (quoted < 0) {
            return command.split(" ");
        }
        var words = new ArrayList<>(List.of(command.substring(0, quoted).strip().split(" ")));
        words.add(command.substring(quoted + 1, command.length() - 1));
        return words.toArray(String[]::new);
    }

    private Map<String, String> packed(String... command) throws IOException, InterruptedException {
        var parts = new ArrayList<>(List.of(command));
        parts.replaceAll(
                part -> part.replace("../out", folder.resolve("out.bin").toString()));
        Process process;
        try {
            process = new ProcessBuilder(parts)
                    .directory(folder.resolve("in").toFile())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException absent) {
            assumeTrue(false, "this machine has no " + command[0]);
            throw absent;
        }
        int exit = process.waitFor();
        assumeTrue(exit != 127, "this machine lacks a command of " + String.join(" ", command));
        assertThat(exit).isZero();
        try (var archive = OpenArchive.of(folder.resolve("out.bin"), Spooled.LIMITS)) {
            return Spooled.files(archive);
        } finally {
            Files.delete(folder.resolve("out.bin"));
        }
    }
}
