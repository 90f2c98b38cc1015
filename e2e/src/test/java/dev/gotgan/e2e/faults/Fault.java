package dev.gotgan.e2e.faults;

/// What may become of a request.
enum Fault {
    INTERNAL("500 Internal Server Error", "", "<Error><Code>InternalError</Code></Error>"),
    SLOW_DOWN("503 Slow Down", "Retry-After: 1\r\n", "<Error><Code>SlowDown</Code></Error>"),
    TOO_MANY("429 Too Many Requests", "Retry-After: 1\r\n", ""),
    EXPIRED("403 Forbidden", "", "<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>"),
    SKEWED("403 Forbidden", "", "<Error><Code>RequestTimeTooSkewed</Code></Error>"),
    WITHDRAWN("403 Forbidden", "", "<Error><Code>InvalidAccessKeyId</Code></Error>"),
    /// Half of the body goes through, to the server or from it, then the connection is reset.
    CUT,
    /// Done, and nobody hears of it.
    ANSWER_LOST,
    /// One bit of the body is another.
    WRONG_BYTE,
    /// Done, and sent once more: the second answer is the one that is heard.
    TWICE,
    /// Held until its link has expired, then passed on to who judges that.
    LATE;

    private final String status;
    private final String headers;
    private final String body;

    Fault() {
        this("", "", "");
    }

    Fault(String status, String headers, String body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /// Whether the request goes no further, and is answered at once.
    boolean isRefusal() {
        return !status.isEmpty();
    }

    Message answer() {
        return Message.of("HTTP/1.1 " + status + "\r\n" + headers, body);
    }
}
