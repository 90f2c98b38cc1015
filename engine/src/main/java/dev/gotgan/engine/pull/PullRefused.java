package dev.gotgan.engine.pull;

/// The server's answer or the folder makes the pull impossible; what is in the folder was not harmed.
public final class PullRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;

    public PullRefused(String code, String message) {
        super(message);
        this.code = code;
    }

    /// Of `spec/codes.md`.
    public String code() {
        return code;
    }
}
