package dev.gotgan.server.upload.multipart;

/// The body is no `multipart/form-data`; the message says what of it.
public final class MultipartInvalid extends RuntimeException {
    private static final long serialVersionUID = 1;

    MultipartInvalid(String message) {
        super(message);
    }
}
