package dev.gotgan.store.s3;

import dev.gotgan.engine.content.ContentSource;
import dev.gotgan.engine.content.MediaType;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.store.Etag;
import dev.gotgan.engine.store.Key;
import dev.gotgan.engine.store.StoredObject;
import dev.gotgan.engine.wire.AdaptiveLimit;
import dev.gotgan.engine.wire.Answer;
import dev.gotgan.engine.wire.Body;
import dev.gotgan.engine.wire.Request;
import dev.gotgan.engine.wire.Wire;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// PUT, GET and HEAD of single objects, each signed in its headers and asked once.
final class Bulk {
    /// U of the protocol: no PUT lasts longer.
    private static final Duration LONGEST_PUT = Duration.ofHours(1);

    private static final int REQUESTED_RANGE_NOT_SATISFIABLE = 416;

    private final S3Address address;
    private final Wire wire;
    private final SigV4 signer;
    private final AdaptiveLimit limit;
    private final StoreClock clock;
    private final @Nullable Instant dated;

    /// @param dated what every signature bears; null: the time at which it is made
    Bulk(S3Address address, Wire wire, SigV4 signer, AdaptiveLimit limit, StoreClock clock, @Nullable Instant dated) {
        this.address = address;
        this.wire = wire;
        this.signer = signer;
        this.limit = limit;
        this.clock = clock;
        this.dated = dated;
    }

    Bulk dated(Instant date) {
        return new Bulk(address, wire, signer, limit, clock, date);
    }

    /// The headers of a PUT of these bytes, that a signature covers: the store checks them against what arrives.
    static Map<String, String> describing(Key key, Sha256 sha256) {
        return Map.of(
                "content-type",
                MediaType.of(key.value()),
                "x-amz-checksum-sha256",
                Base64.getEncoder().encodeToString(sha256.bytes()));
    }

    Etag put(Failure.Deed deed, Key key, Sha256 sha256, long length, ContentSource bytes) {
        var headers = new HashMap<>(describing(key, sha256));
        if (deed == Failure.Deed.CREATE) {
            headers.put("if-none-match", "*");
        }
        try (var answer = ask(() -> signed("PUT", key, headers, sha256)
                .withBody(new Body(length, sha256, bytes))
                .endingWithin(LONGEST_PUT))) {
            if (!answer.succeeded()) {
                throw Failure.of(deed, key, answer);
            }
            return etag(answer).orElseThrow(() -> new IOException("the store told no etag"));
        } catch (IOException e) {
            throw Failure.of(deed, key, e);
        }
    }

    Optional<StoredObject> head(Key key) {
        try (var answer = ask(() -> signed("HEAD", key, Map.of(), Sha256.EMPTY))) {
            if (answer.status() == 404) {
                return Optional.empty();
            }
            if (!answer.succeeded()) {
                throw Failure.of(Failure.Deed.READ, key, answer);
            }
            return Optional.of(new StoredObject(
                    key,
                    etag(answer).orElseThrow(() -> new IOException("the store told no etag")),
                    Long.parseLong(answer.findHeader("content-length").orElse("0")),
                    modified(answer)));
        } catch (IOException e) {
            throw Failure.of(Failure.Deed.READ, key, e);
        }
    }

    InputStream get(Key key, long offset, @Nullable Etag ifMatch) {
        var headers = new HashMap<String, String>();
        if (offset > 0) {
            headers.put("range", "bytes=" + offset + "-");
        }
        if (ifMatch != null) {
            headers.put("if-match", "\"" + ifMatch + "\"");
        }
        try {
            var answer = ask(() -> signed("GET", key, headers, Sha256.EMPTY));
            try {
                if (answer.status() == REQUESTED_RANGE_NOT_SATISFIABLE) {
                    answer.close();
                    return InputStream.nullInputStream();
                }
                if (!answer.succeeded()) {
                    throw Failure.of(Failure.Deed.READ, key, answer);
                }
                if (offset > 0 && answer.status() != 206) {
                    answer.body().skipNBytes(offset);
                }
                return new AnswerBody(answer);
            } catch (IOException | RuntimeException e) {
                answer.close();
                throw e;
            }
        } catch (IOException e) {
            throw Failure.of(Failure.Deed.READ, key, e);
        }
    }

    private Request signed(String method, Key key, Map<String, String> headers, Sha256 payload) {
        var target = address.at(key);
        var date = dated == null ? clock.instant() : dated;
        return Request.of(method, target, signer.headers(method, target, headers, payload, date));
    }

    /// Sent again where it was refused for its time, which did nothing; the body's source is opened once more then. Not
    /// with a date of its own: to be refused once that is old is what it is for.
    private Answer ask(Supplier<Request> signing) throws IOException {
        var answer = send(signing.get());
        if (!clock.learns(answer.status(), answer.findHeader("date")) || dated != null) {
            return answer;
        }
        answer.close();
        return send(signing.get());
    }

    /// Under the limit until its head is there: what a body costs the other side is past by then.
    private Answer send(Request request) throws IOException {
        limit.acquire();
        try {
            var answer = wire.send(request);
            if (answer.isTooMany()) {
                limit.refused(answer.findRetryAfter(clock.instant()).orElse(Duration.ZERO));
            } else {
                limit.succeeded();
            }
            return answer;
        } catch (IOException | RuntimeException e) {
            limit.ended();
            throw e;
        }
    }

    private static Optional<Etag> etag(Answer answer) {
        return answer.findHeader("etag").map(text -> new Etag(text.replace("\"", "")));
    }

    private static Instant modified(Answer answer) {
        return answer.findHeader("last-modified")
                .map(text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant())
                .orElse(Instant.EPOCH);
    }

    /// A body that gives its connection back.
    private static final class AnswerBody extends FilterInputStream {
        private final Answer answer;

        AnswerBody(Answer answer) {
            super(answer.body());
            this.answer = answer;
        }

        @Override
        public void close() throws IOException {
            answer.close();
        }
    }
}
