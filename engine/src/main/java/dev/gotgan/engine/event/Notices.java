package dev.gotgan.engine.event;

/// Tells what was committed by any server of the installation, soon after it was. A hint and no record: what nobody
/// listened to is not told later.
public interface Notices {
    /// Tells `listener` until the answer is closed, by one thread and in the order of the commits. Lasts through a
    /// database that comes and goes.
    Listening listen(Listener listener);

    /// Whom notices are told to. What it throws is logged, and the next notice comes.
    interface Listener {
        void told(Notice notice);

        /// Listening begins, or begins again: what was committed before this was perhaps not told.
        void listening();
    }

    interface Listening extends AutoCloseable {
        @Override
        void close();
    }
}
