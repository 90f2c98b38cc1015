package dev.gotgan.engine.store;

import org.jspecify.annotations.Nullable;

/// A store's refusal or failure. Each kind says what it leaves behind; a `switch` over the kinds needs no
/// default.
public abstract sealed class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient @Nullable Key key;

    private StoreException(String message, Throwable cause) {
        super(message, cause);
        this.key = null;
    }

    private StoreException(Key key, String message, Throwable cause) {
        super(message + ": " + key, cause);
        this.key = key;
    }

    private StoreException(Key key, String message) {
        super(message + ": " + key);
        this.key = key;
    }

    /// The key in question; null when all of them are (a listing, a settling).
    public @Nullable Key key() {
        return key;
    }

    /// Something is at the key already; it was not touched.
    public static final class Exists extends StoreException {
        private static final long serialVersionUID = 1;

        public Exists(Key key) {
            super(key, "something is there already");
        }
    }

    /// Nothing is at the key.
    public static final class Missing extends StoreException {
        private static final long serialVersionUID = 1;

        public Missing(Key key) {
            super(key, "nothing is there");
        }
    }

    /// The key holds something else than the caller's [Etag] says; nothing was written or read.
    public static final class Changed extends StoreException {
        private static final long serialVersionUID = 1;

        public Changed(Key key) {
            super(key, "it was changed meanwhile");
        }
    }

    /// The bytes sent do not have the announced SHA-256 or length; nothing was written.
    public static final class Mismatch extends StoreException {
        private static final long serialVersionUID = 1;

        public Mismatch(Key key) {
            super(key, "the bytes are not those announced");
        }
    }

    /// The store has no room; nothing was written.
    public static final class Full extends StoreException {
        private static final long serialVersionUID = 1;

        public Full(Key key, Throwable cause) {
            super(key, "no space left in the store", cause);
        }
    }

    /// A folder stands where an object should, or an object where a folder should (file systems only);
    /// nothing was written.
    public static final class Obstructed extends StoreException {
        private static final long serialVersionUID = 1;

        public Obstructed(Key key) {
            super(key, "a folder, a file or a link is in the way");
        }
    }

    /// The answer was lost: the write may or may not have happened, now or later. Ask with `head`, never retry
    /// blindly.
    public static final class InDoubt extends StoreException {
        private static final long serialVersionUID = 1;

        public InDoubt(Key key, Throwable cause) {
            super(key, "the answer was lost", cause);
        }
    }

    /// The store could not be asked, is asked too often, or refused to work; nothing was written.
    public static final class Unavailable extends StoreException {
        private static final long serialVersionUID = 1;

        private final boolean lasting;

        public Unavailable(Key key, Throwable cause) {
            this(key, cause, false);
        }

        /// `what` names what could not be done, for a failure that is not about one key.
        public Unavailable(String what, Throwable cause) {
            this(what, cause, false);
        }

        private Unavailable(Key key, Throwable cause, boolean lasting) {
            super(key, "the store does not answer", cause);
            this.lasting = lasting;
        }

        private Unavailable(String what, Throwable cause, boolean lasting) {
            super("the store does not answer: " + what, cause);
            this.lasting = lasting;
        }

        /// A refusal that stays until somebody changes something: rights, a setting, a bucket.
        public static Unavailable lasting(Key key, Throwable cause) {
            return new Unavailable(key, cause, true);
        }

        public static Unavailable lasting(String what, Throwable cause) {
            return new Unavailable(what, cause, true);
        }

        /// Whether asking again soon is in vain.
        public boolean isLasting() {
            return lasting;
        }
    }
}
