package dev.gotgan.server.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.server.page.WebFiles.Form;
import dev.gotgan.server.running.Answer;
import dev.gotgan.server.running.Client;
import dev.gotgan.server.running.RunningServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The application as this build made it, from the outside.
class PagesTest {
    private static final Pattern SCRIPT = Pattern.compile("<script type=\"module\"[^>]* src=\"/(assets/[^\"]+)\"");

    private final Client visitor = Client.of(RunningServer.shared());

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/datasets", "/datasets/cls-imagenet-10/files?prefix=a.b/", "/sign-in", "/people", "/apiary"
            })
    void everyScreenHasAnAddressOfItsOwn(String address) {
        var page = visitor.get(address);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=utf-8");
        assertThat(page.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(page.text()).contains("<div id=\"root\">");
    }

    @Test
    void noScriptStandsInThePageAndNoneFromElsewhereMayRun() {
        var page = visitor.get("/datasets");
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'; script-src 'self';", "frame-ancestors 'none'");
        assertThat(Pattern.compile("<script(?![^>]* src=\"/)")
                        .matcher(page.text())
                        .find())
                .as("inline or foreign scripts")
                .isFalse();
    }

    @Test
    void aWorkerMaySendToABucketAndHashInWebAssembly() {
        assertThat(visitor.get("/" + entry()).header("Content-Security-Policy"))
                .contains("connect-src 'self' https: http:")
                .contains("script-src 'self' 'wasm-unsafe-eval'");
    }

    @Test
    void anAssetNamedByItsContentIsKeptForEver() {
        var script = visitor.get("/" + entry());
        assertThat(script.status()).isEqualTo(200);
        assertThat(script.header("Content-Type")).isEqualTo("text/javascript;charset=utf-8");
        assertThat(script.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(script.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void itTravelsCompressedToWhoCanUnpackIt() throws IOException {
        var plain = visitor.get("/" + entry());
        var packed = Client.of(RunningServer.shared())
                .header("Accept-Encoding", "br, gzip;q=0.8")
                .get("/" + entry());
        assertThat(plain.header("Content-Encoding")).isEmpty();
        assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(packed.body().length).isLessThan(plain.body().length / 2);
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
            assertThat(unpacked.readAllBytes()).isEqualTo(plain.body());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/index-OfYesterday.js",
                "/assets/",
                "/favicon.ico",
                "/files.txt",
                "/index.html.gz",
                "/webjars/swagger-ui/index.html"
            })
    void aFileThatThisBuildLacksIsMissing(String address) {
        assertThat(visitor.get(address).code()).isEqualTo("not_found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api", "/api/", "/api/v1/nothing", "/api/v2/datasets", "/actuator/nothing"})
    void whatBelongsToTheApiNeverBecomesAScreen(String address) {
        var answer = visitor.get(address);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void everyListedFileIsThere() throws IOException {
        var files = WebFiles.ofThisBuild();
        assertThat(files.names())
                .contains("index.html", "scheme.js", "icon.svg")
                .hasSizeGreaterThan(20);
        for (var name : files.names()) {
            assertThat(files.bytes(name, Form.PLAIN)).as(name).isNotNull();
        }
    }

    @Test
    void everyAnswerNamesItsRequest() {
        var first = visitor.get("/api/v1/datasets/no-such-dataset");
        var second = visitor.get("/api/v1/datasets/no-such-dataset");
        assertThat(first.header("X-Request-Id")).matches("[0-9a-f]{16}").isNotEqualTo(second.header("X-Request-Id"));
        assertThat(first.text()).isEqualTo(second.text());
    }

    private String entry() {
        var page = visitor.get("/");
        var found = SCRIPT.matcher(text(page));
        assertThat(found.find()).as("a script in %s", page).isTrue();
        return found.group(1);
    }

    private static String text(Answer answer) {
        return new String(answer.body(), UTF_8);
    }
}
