package dev.gotgan.engine.store.doctor;

import static dev.gotgan.engine.store.doctor.PortProbes.failed;
import static dev.gotgan.engine.store.doctor.PortProbes.passed;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.store.Key;
import dev.gotgan.engine.store.Presigner;
import dev.gotgan.engine.store.SignedUrl;
import dev.gotgan.engine.wire.Answer;
import dev.gotgan.engine.wire.Body;
import dev.gotgan.engine.wire.Request;
import dev.gotgan.engine.wire.Target;
import dev.gotgan.engine.wire.Wire;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What clients do with signed URLs, tried as they would.
final class SignedProbes implements AutoCloseable {
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final String TOLD = "told";
    private static final Sha256 TOLD_SHA = Sha256.hash(TOLD.getBytes(UTF_8));

    private final Wire wire = new Wire();
    private final Patient patient;
    private final String prefix;
    private final URI origin;

    SignedProbes(Patient patient, String prefix, URI origin) {
        this.patient = patient;
        this.prefix = prefix;
        this.origin = origin;
    }

    Optional<StoreReport.Finding> checksum() throws IOException {
        var url = upload("sum");
        if (url.isEmpty()) {
            return Optional.empty();
        }
        int other = put(url.get(), url.get().headers(), "sent");
        if (is("sum")) {
            return failed("other bytes were taken (" + other + ")");
        }
        int right = put(url.get(), url.get().headers(), TOLD);
        return right / 100 == 2 && is("sum")
                ? passed("refused (" + other + ")")
                : failed("the signed bytes were refused too (" + right + ")");
    }

    Optional<StoreReport.Finding> signedHeaders() throws IOException {
        var url = upload("bare");
        if (url.isEmpty()) {
            return Optional.empty();
        }
        for (var omitted : url.get().headers().keySet()) {
            var headers = new HashMap<>(url.get().headers());
            headers.remove(omitted);
            int status = put(url.get(), headers, TOLD);
            if (status / 100 != 4 || is("bare")) {
                return failed("taken without " + omitted + " (" + status + ")");
            }
        }
        return passed("refused without any one");
    }

    Optional<StoreReport.Finding> nfcAliasing() {
        var composed = prefix + "한글";
        return patient.spellings()
                .flatMap(keys -> keys.areOneKey(Normalizer.normalize(composed, Normalizer.Form.NFD), composed)
                        ? passed("one key")
                        : failed("two keys"));
    }

    Optional<StoreReport.Finding> downloadNames() throws IOException {
        if (patient.presigner().isEmpty()) {
            return Optional.empty();
        }
        var key = new Key(prefix + "names");
        patient.store().create(key, TOLD_SHA, TOLD.length(), () -> new ByteArrayInputStream(TOLD.getBytes(UTF_8)));
        var url = presigner().read(key, "고양이.png", LIFE);
        try (var answer = wire.send(Request.of(url.method(), Target.of(url.url()), url.headers()))) {
            var type = answer.findHeader("content-type").orElse("no type");
            var name = answer.findHeader("content-disposition").orElse("no name");
            return answer.succeeded() && type.equals("image/png") && name.contains("%EA%B3%A0")
                    ? passed("obeyed")
                    : failed(answer.status() + ", " + type + ", " + name);
        }
    }

    Optional<StoreReport.Finding> corsPreflight() throws IOException {
        var url = upload("cors");
        if (url.isEmpty()) {
            return Optional.empty();
        }
        var wanted = Set.copyOf(url.get().headers().keySet());
        var asked = Map.of(
                "Origin",
                origin.toString(),
                "Access-Control-Request-Method",
                "PUT",
                "Access-Control-Request-Headers",
                wanted.stream().sorted().collect(Collectors.joining(",")));
        try (var answer = wire.send(Request.of("OPTIONS", Target.of(url.get().url()), asked))) {
            var allowed = answer.findHeader("access-control-allow-origin").orElse("nobody");
            if (!answer.succeeded() || !(allowed.equals("*") || allowed.equals(origin.toString()))) {
                return failed("not from " + origin + " (" + answer.status() + ")");
            }
            return words(answer, "access-control-allow-methods").contains("put") && allows(answer, wanted)
                    ? passed("from " + allowed)
                    : failed("not a PUT with these headers");
        }
    }

    private static boolean allows(Answer answer, Set<String> wanted) {
        var allowed = words(answer, "access-control-allow-headers");
        return allowed.contains("*") || allowed.containsAll(wanted);
    }

    private static List<String> words(Answer answer, String header) {
        return Arrays.stream(answer.findHeader(header)
                        .orElse("")
                        .toLowerCase(Locale.ROOT)
                        .split(",", -1))
                .map(String::strip)
                .toList();
    }

    private Optional<SignedUrl> upload(String name) {
        return patient.presigner().map(signs -> signs.create(new Key(prefix + name), TOLD_SHA, TOLD.length(), LIFE));
    }

    private Presigner presigner() {
        return patient.presigner().orElseThrow();
    }

    private boolean is(String name) {
        return patient.store().head(new Key(prefix + name)).isPresent();
    }

    private int put(SignedUrl url, Map<String, String> headers, String text) throws IOException {
        var bytes = text.getBytes(UTF_8);
        var body = new Body(bytes.length, Sha256.hash(bytes), () -> new ByteArrayInputStream(bytes));
        try (var answer = wire.send(
                Request.of(url.method(), Target.of(url.url()), headers).withBody(body))) {
            return answer.status();
        }
    }

    @Override
    public void close() {
        wire.close();
    }
}
