package dev.gotgan.engine.content.hash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gotgan.engine.content.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The hash is that of the bytes, by either way of reading: a thread of its own takes the system's calls, a
/// virtual one the JDK's channel.
class FileHashTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 900, (1 << 17) - 1, 1 << 17, (1 << 17) + 1, 1_000_003})
    void bothWaysGiveTheHashOfTheBytes(int size) throws Exception {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        var file = Files.write(folder.resolve("사진 'a' %41.bin"), bytes);
        assertThat(FileHash.of(file)).isEqualTo(Sha256.hash(bytes));
        assertThat(onVirtualThread(file)).isEqualTo(Sha256.hash(bytes));
    }

    @Test
    void oneFileAfterTheOtherLeavesNothingOfTheFirst() throws IOException {
        var long1 = Files.writeString(folder.resolve("long"), "x".repeat(5000));
        var short1 = Files.writeString(folder.resolve("short"), "y");
        FileHash.of(long1);
        assertThat(FileHash.of(short1)).isEqualTo(Sha256.hash(new byte[] {'y'}));
    }

    @Test
    void whatCanNotBeReadIsSaidAsTheJdkSaysIt() {
        assertThatThrownBy(() -> FileHash.of(folder.resolve("none"))).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> FileHash.of(folder)).isInstanceOf(IOException.class);
    }

    private static Sha256 onVirtualThread(Path file) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.submit(() -> FileHash.of(file)).get();
        }
    }

    @Test
    void bothHashesOfAFileComeOfOneReading() throws Exception {
        var bytes = new byte[300_000];
        new java.util.Random(5).nextBytes(bytes);
        var file = Files.write(folder.resolve("both"), bytes);
        var expected = new FileHash.Both(Sha256.hash(bytes), Md5.hash(bytes));
        assertThat(FileHash.both(file)).isEqualTo(expected);
        try (var threads = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.submit(() -> FileHash.both(file)).get()).isEqualTo(expected);
        }
        assertThat(Md5.parse("d41d8cd98f00b204e9800998ecf8427e")).isEqualTo(Md5.hash(new byte[0]));
    }
}
