package dev.gotgan.cli.http;

import java.time.Duration;
import java.util.List;

/// The server said no, in its own words.
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;
    private final transient List<String> errors;
    private final Duration rest;

    public Problem(int status, String code, String detail, List<String> errors) {
        this(status, code, detail, errors, Duration.ZERO);
    }

    /// @param rest for how long the server wants not to be asked again
    public Problem(int status, String code, String detail, List<String> errors, Duration rest) {
        super(detail);
        this.rest = rest;
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

    /// For how long the server wants not to be asked again; zero if it does not say.
    public Duration rest() {
        return rest;
    }

    /// One line per offending input, where the server named them.
    public List<String> errors() {
        return errors;
    }
}
