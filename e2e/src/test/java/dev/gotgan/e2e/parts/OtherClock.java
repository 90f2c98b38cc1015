package dev.gotgan.e2e.parts;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;

/// A clock that is wrong: what a process, and all that it starts, takes for the time of day.
///
/* A library between the process and the C library adds to every answer what stands in a file, so that it can be turned
while the process runs. What measures durations is left alone, and so is Go, which asks the kernel itself: versitygw always
has the right time. */
public final class OtherClock {
    private static final String LIBRARY = """
            #define _GNU_SOURCE
            #include <dlfcn.h>
            #include <fcntl.h>
            #include <stdint.h>
            #include <stdlib.h>
            #include <sys/mman.h>
            #include <sys/time.h>
            #include <time.h>
            #include <unistd.h>
            static int64_t ahead(void) {
                static volatile int64_t none, *at;
                if (!at) {
                    const char *path = getenv("OTHER_CLOCK");
                    int file = path ? open(path, O_RDONLY) : -1;
                    void *mapped = file < 0 ? MAP_FAILED : mmap(0, 8, PROT_READ, MAP_SHARED, file, 0);
                    if (file >= 0) close(file);
                    at = mapped == MAP_FAILED ? &none : mapped;
                }
                return *at;
            }
            int clock_gettime(clockid_t id, struct timespec *t) {
                static int (*real)(clockid_t, struct timespec *);
                if (!real) real = dlsym(RTLD_NEXT, "clock_gettime");
                int result = real(id, t);
                if (!result && (id == CLOCK_REALTIME || id == CLOCK_REALTIME_COARSE)) t->tv_sec += ahead();
                return result;
            }
            int gettimeofday(struct timeval *t, void *zone) {
                struct timespec now;
                int result = clock_gettime(CLOCK_REALTIME, &now);
                if (t) { t->tv_sec = now.tv_sec; t->tv_usec = now.tv_nsec / 1000; }
                return result;
            }
            time_t time(time_t *t) {
                struct timespec now;
                clock_gettime(CLOCK_REALTIME, &now);
                if (t) *t = now.tv_sec;
                return now.tv_sec;
            }
            """;

    private final Path library;
    private final Path offset;

    private OtherClock(Path library, Path offset) {
        this.library = library;
        this.offset = offset;
    }

    /// A clock that is right until it is turned; aborts the test where there is no C compiler.
    public static OtherClock in(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        var source = Files.writeString(folder.resolve("clock.c"), LIBRARY);
        var clock = new OtherClock(folder.resolve("clock.so"), folder.resolve("offset"));
        clock.turn(Duration.ZERO);
        try {
            var cc = new ProcessBuilder(
                            "cc", "-shared", "-fPIC", "-O1", "-o", clock.library.toString(), source.toString(), "-ldl")
                    .inheritIO()
                    .start();
            if (cc.waitFor() != 0) {
                throw new IOException("cc failed");
            }
        } catch (IOException e) {
            return abort("no C compiler that makes a library, so no clock can be turned: " + e.getMessage());
        }
        return clock;
    }

    /// From now on it is `ahead` of the right time; behind it, if negative.
    public void turn(Duration ahead) throws IOException {
        var bytes = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.nativeOrder());
        try (var file = FileChannel.open(offset, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            file.write(bytes.putLong(ahead.toSeconds()).flip()); // in place: the file is mapped by who reads it
        }
    }

    /// For whoever is to believe it.
    public Map<String, String> environment() {
        return Map.of("LD_PRELOAD", library.toString(), "OTHER_CLOCK", offset.toString());
    }
}
