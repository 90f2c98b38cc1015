package dev.gotgan.cli.http;

import java.util.List;

/// The server said no, in its own words.
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;
    private final transient List<String> errors;

    public Problem(int status, String code, String detail, List<String> errors) {
        super(detail);
        this.status = status;
        this.code = code;
        this.errors = List.copyOf(errors);
    }

    /// The HTTP status.
    public int status() {
        return status;
    }

    /// The server's stable code, as `dataset_not_found`.
    public String code() {
        return code;
    }

    /// One line per offending input, where the server named them.
    public List<String> errors() {
        return errors;
    }
}
