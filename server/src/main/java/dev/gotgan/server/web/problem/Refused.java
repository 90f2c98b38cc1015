package dev.gotgan.server.web.problem;

import java.util.List;

/// The server's own no: thrown wherever a request can't go on, told to the caller as its [Problem].
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    public Refused(Problem problem) {
        super(problem.code().wire() + ": " + problem.detail(), null, false, false);
        this.problem = problem;
    }

    public Refused(Code code, String detail) {
        this(Problem.of(code, detail));
    }

    /// Several wrong inputs, one for each of `errors`.
    public Refused(Code code, String detail, List<Problem.Item> errors) {
        this(Problem.of(code, detail, errors));
    }

    public Problem problem() {
        return problem;
    }
}
