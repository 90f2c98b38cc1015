package dev.gotgan.engine.wire;

import dev.gotgan.engine.content.Sha256;
import java.io.IOException;

/// A request that got no answer. Each kind says what may have become of it.
public abstract sealed class WireException extends IOException {
    private static final long serialVersionUID = 1;

    private WireException(String message, Throwable cause) {
        super(message, cause);
    }

    private WireException(String message) {
        super(message);
    }

    /// Nothing was asked: no connection could be made.
    public static final class Unreachable extends WireException {
        private static final long serialVersionUID = 1;

        Unreachable(Target target, Throwable cause) {
            super("can't reach " + target.origin() + ": " + cause, cause);
        }
    }

    /// The request went out in part and never will in whole.
    public static final class Broken extends WireException {
        private static final long serialVersionUID = 1;

        Broken(Target target, Throwable cause) {
            super("the connection to " + target.authority() + " broke while sending: " + cause, cause);
        }
    }

    /// The request went out and its answer was lost: it may have been done, or may still be.
    public static final class Lost extends WireException {
        private static final long serialVersionUID = 1;

        Lost(Target target, Throwable cause) {
            super("the answer of " + target.authority() + " was lost: " + cause, cause);
        }
    }

    /// The bytes to send were not those announced; they did not go out in whole.
    public static final class NotAnnounced extends WireException {
        private static final long serialVersionUID = 1;

        NotAnnounced(long length, Sha256 sha256) {
            super("the bytes are not the " + length + " that hash to " + sha256);
        }
    }
}
