package dev.gotgan.engine.store;

/// What may rest on the store at hand. It may change while the server runs, so ask each time.
public interface StoreTrust {
    DirectUpload directUpload();

    /// Whether an object's etag is the MD5 of its bytes, so that a listing proves an upload.
    boolean isEtagMd5();

    /// Whether a signed URL decides under which type and name its bytes are handed out; else the server hands them out.
    boolean obeysNames();

    /// For a store that nothing is known of.
    static StoreTrust none() {
        return of(DirectUpload.REFUSED, false, false);
    }

    static StoreTrust of(DirectUpload directUpload, boolean isEtagMd5, boolean obeysNames) {
        record Known(DirectUpload directUpload, boolean isEtagMd5, boolean obeysNames) implements StoreTrust {}
        return new Known(directUpload, isEtagMd5, obeysNames);
    }
}
