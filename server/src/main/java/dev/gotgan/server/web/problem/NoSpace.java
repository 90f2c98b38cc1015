package dev.gotgan.server.web.problem;

import java.io.IOException;

/// Java has no type for a full disk; the operating system's word for it is in the message.
final class NoSpace {
    private NoSpace() {}

    static boolean isReason(IOException failure) {
        var message = String.valueOf(failure.getMessage());
        return message.contains("No space left") || message.contains("Disk quota exceeded");
    }
}
