package dev.gotgan.server.web.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Puts a [Problem] into a response as RFC 9457 has it, whatever the caller said it accepts.
public final class ProblemWriter {
    private static final JsonFactory JSON = JsonFactory.builder().build();

    private ProblemWriter() {}

    /// Replaces whatever the response held; one that was sent already must not come here.
    public static void write(Problem problem, HttpServletResponse response) throws IOException {
        var cookies = response.getHeaders("Set-Cookie");
        var request = response.getHeader(PlainHeaders.REQUEST_ID);
        response.reset();
        if (request != null) {
            response.setHeader(PlainHeaders.REQUEST_ID, request);
        }
        cookies.forEach(cookie -> response.addHeader("Set-Cookie", cookie));
        PlainHeaders.of(response);
        problem.headers().forEach(response::setHeader);
        response.setStatus(problem.code().status());
        response.setContentType("application/problem+json");
        var body = render(problem);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    static byte[] render(Problem problem) {
        var out = new ByteArrayOutputStream();
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty(
                    "type", "urn:gotgan:problem:" + problem.code().wire());
            json.writeStringProperty("title", title(problem.code()));
            json.writeNumberProperty("status", problem.code().status());
            json.writeStringProperty("detail", Shown.text(problem.detail()));
            json.writeStringProperty("code", problem.code().wire());
            if (!problem.errors().isEmpty()) {
                json.writeArrayPropertyStart("errors");
                problem.errors().forEach(item -> write(item, json));
                json.writeEndArray();
            }
            problem.more().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(member -> write(member.getKey(), member.getValue(), json));
            json.writeEndObject();
        }
        return out.toByteArray();
    }

    private static void write(String name, Object value, JsonGenerator json) {
        if (value instanceof Integer number) {
            json.writeNumberProperty(name, number);
        } else {
            json.writeStringProperty(name, Shown.text(String.valueOf(value)));
        }
    }

    private static void write(Problem.Item item, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("path", Shown.text(item.path()));
        if (item.line() > 0) {
            json.writeNumberProperty("line", item.line());
        }
        json.writeStringProperty("code", item.code().wire());
        json.writeStringProperty("detail", Shown.text(item.detail()));
        json.writeEndObject();
    }

    /// `id_taken` as "Id taken".
    private static String title(Code code) {
        var words = code.wire().replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
