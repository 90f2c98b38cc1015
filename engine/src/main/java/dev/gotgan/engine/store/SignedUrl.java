package dev.gotgan.engine.store;

import java.time.Instant;
import java.util.Map;

/// A request that is allowed by its address.
///
/// @param headers to be sent just as they stand here; `Content-Length` is not among them
/// @param expires when it can no longer be begun
public record SignedUrl(String method, String url, Map<String, String> headers, Instant expires) {
    public SignedUrl {
        headers = Map.copyOf(headers);
    }
}
