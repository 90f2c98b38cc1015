package dev.gotgan.engine.event;

import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.UserId;
import dev.gotgan.engine.task.TaskId;
import java.util.Set;

/// Something that was committed. It says of what, and leaves the rest to be read.
public sealed interface Notice {
    /// A dataset is another one.
    ///
    /// @param knew who owned it or had a role on it, at most [#MOST]; known only of one that is gone now
    record Changed(DatasetId dataset, What what, Set<UserId> knew) implements Notice {
        /// A notice names no more people than these.
        public static final int MOST = 500;

        public Changed {
            knew = Set.copyOf(knew);
        }
    }

    /// A dataset is out of sight for some who saw it without a role: it was made private, say. Who of them may see it
    /// all the same is to be asked.
    record Hidden(DatasetId dataset, Seers seers) implements Notice {}

    /// Who saw a dataset.
    sealed interface Seers {
        record Everybody() implements Seers {}

        /// @param people at most [Changed#MOST]
        record These(Set<UserId> people) implements Seers {
            public These {
                people = Set.copyOf(people);
            }
        }
    }

    /// A task began, went on or ended.
    record Work(TaskId task) implements Notice {}

    /// What this person may see has changed.
    record Rights(UserId person) implements Notice {}

    /// How this person signs in has changed: a session or a token ended, or the account is another one.
    record SignIn(UserId person) implements Notice {}

    /// What became of a dataset.
    enum What {
        CREATED,
        COMMITTED,
        PUBLISHED,
        EDITED,
        SHARED,
        TRASHED,
        RESTORED,
        DELETED
    }
}
