package dev.gotgan.engine.commit;

import dev.gotgan.engine.content.LogicalPath;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Why the write path said no. Nothing was changed.
public abstract sealed class CommitRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private CommitRefused(String message) {
        super(message);
    }

    /// The dataset is not there, or in the trash, or being deleted.
    public static final class DatasetGone extends CommitRefused {
        private static final long serialVersionUID = 1;

        public DatasetGone(String dataset) {
            super("dataset " + dataset + " is not there any more");
        }
    }

    /// The session was aborted, expired, or is another dataset's.
    public static final class SessionGone extends CommitRefused {
        private static final long serialVersionUID = 1;

        public SessionGone(SessionId session) {
            super("upload " + session + " has ended; start a new one");
        }
    }

    /// Another session holds the path, an ancestor or a descendant of it, or its twin in case.
    public static final class PathHeld extends CommitRefused {
        private static final long serialVersionUID = 1;

        private final transient LogicalPath path;
        private final transient SessionId holder;
        private final String person;
        private final @Nullable Instant until;

        private PathHeld(String message, LogicalPath path, SessionId holder, String person, @Nullable Instant until) {
            super(message);
            this.path = path;
            this.holder = holder;
            this.person = person;
            this.until = until;
        }

        /// By an upload under way, until then at the latest if nothing more is heard of it.
        public static PathHeld open(LogicalPath path, SessionId holder, String person, Instant until) {
            var message = "%s is held by upload %s of %s until %s".formatted(path, holder, person, until);
            return new PathHeld(message, path, holder, person, until);
        }

        /// By an upload that has ended: what it had sent is being cleared away.
        public static PathHeld ended(LogicalPath path, SessionId holder, String person) {
            var message =
                    "%s is still held for upload %s of %s, which has ended: its paths are free in moments, try again"
                            .formatted(path, holder, person);
            return new PathHeld(message, path, holder, person, null);
        }

        public LogicalPath path() {
            return path;
        }

        public SessionId holder() {
            return holder;
        }

        /// The display name of who opened it.
        public String person() {
            return person;
        }

        /// Empty where the upload has ended, so that the path is free in moments.
        public Optional<Instant> until() {
            return Optional.ofNullable(until);
        }
    }

    /// The head is no longer the generation that the plan was computed on: compute it again.
    public static final class BaseMoved extends CommitRefused {
        private static final long serialVersionUID = 1;

        public BaseMoved(long base, long head) {
            super("the plan was made on generation %d, the head is %d".formatted(base, head));
        }
    }

    /// A file of the session was never proved to be in the store.
    public static final class Unsealed extends CommitRefused {
        private static final long serialVersionUID = 1;

        public Unsealed(LogicalPath path) {
            super(path + " was not uploaded");
        }
    }

    /// The new tree would hold a file where another path needs a folder, or the other way round.
    public static final class Collision extends CommitRefused {
        private static final long serialVersionUID = 1;

        private final transient LogicalPath path;

        public Collision(LogicalPath path, LogicalPath other) {
            super("%s and %s can't both be there: one is a folder of the other".formatted(path, other));
            this.path = path;
        }

        public LogicalPath path() {
            return path;
        }
    }
}
