package dev.gotgan.engine.store.disk;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The system's own sentences for its errors, in the language of the process.
///
/// The JDK hands on the sentence and drops the number, so "no space" can only be told by what this machine calls it.
public final class ErrorText {
    private static final int ENOSPC = 28;
    private static final int EDQUOT = 122;
    private static final List<String> FULL =
            List.of("No space left on device", "Disk quota exceeded", of(ENOSPC), of(EDQUOT));

    private ErrorText() {}

    /// Whether the disk, or the owner's share of it, has no room left.
    public static boolean saysFull(IOException e) {
        var message = e.getMessage();
        return message != null && FULL.stream().anyMatch(message::endsWith);
    }

    static String of(int errno) {
        var sentence = ask(errno);
        return sentence == null ? "error " + errno : sentence;
    }

    @SuppressWarnings("restricted") // strerror answers a string that ends in a zero
    private static @Nullable String ask(int errno) {
        try {
            var linker = Linker.nativeLinker();
            var strerror = linker.downcallHandle(
                    linker.defaultLookup().findOrThrow("strerror"), FunctionDescriptor.of(ADDRESS, JAVA_INT));
            var text = (MemorySegment) strerror.invokeExact(errno);
            return text.reinterpret(Short.MAX_VALUE).getString(0);
        } catch (Throwable e) {
            return null;
        }
    }
}
