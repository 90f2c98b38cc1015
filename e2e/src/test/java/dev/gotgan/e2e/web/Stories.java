package dev.gotgan.e2e.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gotgan.e2e.parts.Repository;
import dev.gotgan.e2e.parts.RunningServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The stories of `web/e2e`, told by Playwright in a real browser. What they leave behind lies in a folder of
/// `web/target`.
final class Stories {
    private static final int PATIENCE_MINUTES = 20;

    private final Path web = Repository.root().resolve("web");
    private final Path results;

    /// @param folder where pictures and report are left, below `web/target`
    Stories(String folder) {
        this.results = web.resolve("target").resolve(folder);
    }

    /// A story as the report tells it.
    ///
    /// @param failure empty where it ended well
    record Story(String name, String status, String failure) {
        void endedWell() {
            assertThat(status).as("%s%n%s", name, failure).isEqualTo("passed");
        }
    }

    Path results() {
        return results;
    }

    /// Aborts the test where there is nothing to tell them with.
    void assumeTellable() {
        assumeTrue(
                Files.isExecutable(chromium()),
                "There is no Chromium at " + chromium() + "; install it (Debian: apt-get install chromium "
                        + "fonts-noto-cjk) or name another one in GOTGAN_E2E_CHROMIUM.");
        assumeTrue(
                Files.isDirectory(web.resolve("node_modules/@playwright/test")),
                "The parts of the screens' build are not installed: this build left the screens out (-Dskip.web).");
    }

    private static Path chromium() {
        var named = System.getenv("GOTGAN_E2E_CHROMIUM");
        return Path.of(named == null ? "/usr/bin/chromium" : named);
    }

    /// @param files parts of the names of those to be told; none: all
    List<Story> tell(RunningServer server, Map<String, String> environment, String... files)
            throws IOException, InterruptedException {
        var report = results.resolve("report.json");
        var log = results.resolve("browser.log");
        Files.createDirectories(results);
        Files.deleteIfExists(report);
        var words = new ArrayList<>(List.of("npm", "run", "--silent", "e2e", "--"));
        words.addAll(List.of(files));
        var command = new ProcessBuilder(words).directory(web.toFile());
        command.environment().put("GOTGAN_E2E_URL", server.url().toString());
        command.environment().put("GOTGAN_E2E_PASSWORD", server.adminPassword());
        command.environment().put("GOTGAN_E2E_RESULTS", results.toString());
        command.environment().putAll(environment);
        command.redirectErrorStream(true).redirectOutput(log.toFile());
        var browser = command.start();
        if (!browser.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            browser.descendants().forEach(ProcessHandle::destroyForcibly);
            browser.destroyForcibly();
        }
        assertThat(report)
                .as("a report; the browser said: %s", Files.readString(log))
                .exists();
        var stories = new ArrayList<Story>();
        collect(new JsonMapper().readTree(report), stories);
        return stories;
    }

    private static void collect(JsonNode suite, List<Story> stories) {
        suite.path("suites").forEach(inner -> collect(inner, stories));
        suite.path("specs").forEach(spec -> stories.add(story(spec)));
    }

    private static Story story(JsonNode spec) {
        var result = spec.path("tests").path(0).path("results").path(0);
        var failure = new StringBuilder();
        result.path("errors")
                .forEach(error ->
                        failure.append(error.path("message").asString("")).append('\n'));
        return new Story(
                spec.path("title").asString(""), result.path("status").asString("never told"), failure.toString());
    }
}
