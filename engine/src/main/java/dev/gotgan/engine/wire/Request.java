package dev.gotgan.engine.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/// One request. `headers` go out as given; `Host` and `Content-Length` are added.
///
/// @param within if its answer has not begun by then, or its answer's body pauses as long, the connection is cut
public record Request(String method, Target target, Map<String, String> headers, Body body, Duration within) {
    private static final Duration USUAL = Duration.ofSeconds(60);

    public Request {
        headers = Map.copyOf(headers);
    }

    /// For one without a body.
    public static Request of(String method, Target target, Map<String, String> headers) {
        return new Request(method, target, headers, Body.NONE, USUAL);
    }

    /// For one without a body.
    public static Request of(String method, URI target, Map<String, String> headers) {
        return of(method, Target.of(target), headers);
    }

    public Request withBody(Body bytes) {
        return new Request(method, target, headers, bytes, within);
    }

    public Request endingWithin(Duration time) {
        return new Request(method, target, headers, body, time);
    }

    boolean carries() {
        return method.equals("PUT") || method.equals("POST") || body.length() > 0;
    }

    /// The lines before the body.
    byte[] head() {
        var head = new StringBuilder(512).append(method).append(' ').append(target.path());
        head.append(" HTTP/1.1\r\nHost: ").append(target.authority()).append("\r\n");
        headers.forEach((name, value) ->
                head.append(line(name)).append(": ").append(line(value)).append("\r\n"));
        if (carries()) {
            head.append("Content-Length: ").append(body.length()).append("\r\n");
        }
        return head.append("\r\n").toString().getBytes(ISO_8859_1);
    }

    private static String line(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '\u00ff') {
                throw new IllegalArgumentException("no text for a header: " + text);
            }
        }
        return text;
    }
}
