package dev.gotgan.server.upload.multipart;

import java.io.IOException;

/// The body ended before its last boundary: whoever sent it stopped half-way.
public final class MultipartTruncated extends IOException {
    private static final long serialVersionUID = 1;

    MultipartTruncated() {
        super("the body ends before its last boundary");
    }
}
