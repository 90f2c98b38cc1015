package dev.gotgan.engine.upload.source;

import java.util.List;

/// A whole upload is refused; nothing was stored or changed.
public final class UploadRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;
    private final transient List<Offence> offences;

    public UploadRefused(String code, String message, List<Offence> offences) {
        super(message);
        this.code = code;
        this.offences = List.copyOf(offences);
    }

    /// One file that is the reason; `path` as it was sent.
    public record Offence(String path, String detail) {}

    /// Of `spec/codes.md`.
    public String code() {
        return code;
    }

    public List<Offence> offences() {
        return offences;
    }
}
