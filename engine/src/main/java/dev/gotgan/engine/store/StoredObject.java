package dev.gotgan.engine.store;

import java.time.Instant;

/// What a listing or a HEAD tells of one object; `size` in bytes.
public record StoredObject(Key key, Etag etag, long size, Instant modified) {}
