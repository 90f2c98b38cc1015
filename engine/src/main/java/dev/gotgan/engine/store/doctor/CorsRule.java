package dev.gotgan.engine.store.doctor;

import java.net.URI;
import java.util.List;

/// What a bucket must allow so that pages of `origin` may upload to it and download from it.
///
/// @param maxAgeSeconds for how long a browser need not ask again
public record CorsRule(
        List<String> allowedOrigins,
        List<String> allowedMethods,
        List<String> allowedHeaders,
        List<String> exposeHeaders,
        int maxAgeSeconds) {
    public static CorsRule of(URI origin) {
        return new CorsRule(
                List.of(origin.getScheme() + "://" + origin.getRawAuthority()),
                List.of("GET", "HEAD", "PUT"),
                List.of("content-type", "if-none-match", "x-amz-checksum-sha256"),
                List.of("ETag"),
                3600);
    }
}
