package dev.gotgan.engine.memory.rows;

import dev.gotgan.engine.commit.Committed;
import dev.gotgan.engine.commit.NewSession;
import dev.gotgan.engine.commit.SessionId;
import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.store.Etag;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// One session and what it wants.
public final class SessionRow {
    public enum State {
        OPEN,
        ABORTED,
        COMMITTED
    }

    /// What is to become of one path, and what proves that its bytes are there.
    public sealed interface Wish {
        record Gone() implements Wish {}

        record Pinned(FileEntry file, Copies.Row copy) implements Wish {}

        record Staged(FileEntry file, Copies.Row copy) implements Wish {}

        record Direct(FileEntry file, @Nullable Etag sealed) implements Wish {}
    }

    public final SessionId id = SessionId.random();
    public final NewSession opened;
    public final Map<LogicalPath, Wish> wishes = new LinkedHashMap<>();
    /// Paths that a URL or a request of this session may write at their live key, wished for or not by now.
    public final Set<LogicalPath> direct = new HashSet<>();
    /// Paths that a client named and the head had so already.
    public final Set<LogicalPath> unchanged = new TreeSet<>();
    public final Instant openedAt;
    public final Map<Sha256, Copies.Row> uploads = new HashMap<>();
    public State state = State.OPEN;
    public Instant lastCall;

    @Nullable
    public Committed answer;

    public SessionRow(NewSession opened, Instant now) {
        this.opened = opened;
        this.openedAt = now;
        this.lastCall = now;
    }
}
