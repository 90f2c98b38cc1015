package dev.gotgan.engine.direct;

import dev.gotgan.engine.commit.Planned;
import dev.gotgan.engine.commit.SessionId;
import java.time.Instant;
import java.util.Map;

/// Lets a client write one object, once, and nothing else: what it may send is signed with length and SHA-256.
public interface PutLinks {
    /// Signs one upload of an open session. Whoever holds the link may use it until it expires; of several uses one
    /// succeeds.
    Link sign(SessionId session, Planned.Upload upload);

    /// A request to be sent as it is.
    ///
    /// @param url     absolute, or a path of this server
    /// @param headers all of them are part of what was signed
    record Link(String url, String method, Map<String, String> headers, Instant expiresAt) {}
}
