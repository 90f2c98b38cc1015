package dev.gotgan.engine.read;

import dev.gotgan.engine.content.LogicalPath;

/// The record knows the file, but no place in the store holds its bytes any more (somebody changed the bucket
/// from outside).
public final class ContentLost extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ContentLost(LogicalPath path) {
        super("the bucket no longer holds the bytes of " + path);
    }
}
