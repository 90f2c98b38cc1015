package dev.gotgan.engine.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A status, headers, and a body that is read once. Whoever has it closes it: the connection serves the
/// next request only after the whole body was read, and is cut otherwise.
public final class Answer implements AutoCloseable {
    private static final int DETAIL = 1 << 16;

    private final int status;
    private final Map<String, String> headers;
    private final InputStream body;

    Answer(int status, Map<String, String> headers, InputStream body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    public int status() {
        return status;
    }

    public boolean succeeded() {
        return status >= 200 && status < 300;
    }

    /// Whether the other side asks for patience and did nothing.
    public boolean isTooMany() {
        return status == 429 || status == 503;
    }

    public Optional<String> findHeader(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /// How long the other side wants to be left alone; given in seconds or as a date.
    public Optional<Duration> findRetryAfter(Instant now) {
        return findHeader("retry-after").flatMap(text -> {
            try {
                return Optional.of(
                        text.chars().allMatch(c -> c >= '0' && c <= '9')
                                ? Duration.ofSeconds(Long.parseLong(text))
                                : Duration.between(
                                        now,
                                        ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                                                .toInstant()));
            } catch (NumberFormatException | DateTimeParseException e) {
                return Optional.<Duration>empty();
            }
        });
    }

    /// The bytes; reading fails if the connection breaks before the announced end.
    public InputStream body() {
        return body;
    }

    /// What a failed request says of itself, up to 64 KiB.
    public String detail() throws IOException {
        return new String(body.readNBytes(DETAIL), UTF_8);
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
