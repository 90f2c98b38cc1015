package dev.gotgan.engine.store;

/// How far clients may put bytes into the store themselves, by signed URLs. Decided by what the store was seen to
/// keep of its promises; each step includes the one before it.
public enum DirectUpload {
    /// Not at all: bytes go through the server.
    REFUSED,
    /// To fresh history keys.
    STAGED,
    /// Straight to the live tree too, while a dataset has no commit.
    LIVE
}
