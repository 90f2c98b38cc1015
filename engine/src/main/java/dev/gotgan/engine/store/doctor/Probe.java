package dev.gotgan.engine.store.doctor;

/// A promise that a store may keep, and what Gotgan does without it.
public enum Probe {
    CONDITIONAL_PUT(
            "PUT with If-None-Match: * never overwrites",
            "Nothing is uploaded straight to the live tree; the server looks before it writes."),
    CHECKSUM("Bytes other than those signed are refused", "No direct upload: all bytes go through the server."),
    SIGNED_HEADERS(
            "A signed URL fails without a header that it signs", "No direct upload: all bytes go through the server."),
    COPY_SOURCE(
            "COPY fails when its source has another ETag",
            "A change from outside in the very moment of a copy is only found by the next scrub."),
    ETAG_MD5("An ETag is the MD5 of the bytes", "An upload is sealed by one HEAD a file, not one LIST a thousand."),
    NFC_ALIASING(
            "A name composed (NFC) or in pieces (NFD) is one key, as on R2",
            "Gotgan writes composed names only; what other tools write in pieces is none of its files."),
    LIST_AFTER_WRITE(
            "LIST shows at once what was written and deleted",
            "Do not use this store: sealing, scrubbing and removing rest on it."),
    LIST_ORDER("LIST is in the order of UTF-8 bytes", "Whole prefixes are read and put in order."),
    BATCH_DELETE("One call deletes many objects", "They are deleted one by one."),
    DOWNLOAD_NAMES(
            "A signed URL says type and name of a download", "Downloads go through the server, which says them."),
    CORS_PREFLIGHT(
            "Browsers may PUT from Gotgan's address",
            "Browsers upload through the server; paste the CORS rule into the bucket's settings.");

    private final String promise;
    private final String without;

    Probe(String promise, String without) {
        this.promise = promise;
        this.without = without;
    }

    public String promise() {
        return promise;
    }

    public String without() {
        return without;
    }
}
