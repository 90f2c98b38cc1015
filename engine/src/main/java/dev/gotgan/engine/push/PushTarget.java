package dev.gotgan.engine.push;

import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.content.LogicalPath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// An open upload on a server, as who drives it sees it.
public interface PushTarget {
    /// The most files of one [#plan].
    int PAGE = 1000;

    /// Where each file goes. Whoever plans a file again is told what is still to do.
    ///
    /// @return one for each, in their order
    List<Answer> plan(List<HashFiles.Hashed> files) throws IOException;

    /// Sends one file to where its answer says.
    ///
    /// @throws NotTaken    the answer was a refusal, or was lost: sealing tells whether the bytes
    ///                     arrived, and by a fresh link they may be taken
    /// @throws IOException the file can't be read, or nobody is there to take it
    void send(Answer.Send to, FileEntry entry, Path file) throws IOException;

    /// What has not arrived.
    Missing missing() throws IOException;

    /// Who was to take a file would not, or nobody heard whether it did.
    final class NotTaken extends IOException {
        private static final long serialVersionUID = 1;

        public NotTaken(String answer) {
            super(answer);
        }
    }

    /// Planned files that are not in the store.
    ///
    /// @param paths all of them, or the first [#PAGE]
    record Missing(long count, List<LogicalPath> paths) {}

    /// What the server says of a planned file.
    sealed interface Answer {
        /// Nothing is to be sent.
        record Present() implements Answer {}

        /// To be sent; `link` is the server's own.
        record Send(Object link) implements Answer {}

        /// It can't be in a dataset.
        record Refused(String code, String detail) implements Answer {}
    }
}
