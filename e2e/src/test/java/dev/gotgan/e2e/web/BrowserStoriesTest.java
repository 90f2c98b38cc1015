package dev.gotgan.e2e.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.gotgan.e2e.parts.Gotgan;
import dev.gotgan.e2e.parts.Repository;
import dev.gotgan.e2e.parts.RunningServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The stories of `web/e2e`, told by a real browser on a server of its own; each is one test here. Pictures of every
/// screen, and of what failed, stay in `web/target/e2e`.
///
/* Playwright runs them all once, and its report becomes our tests: started one by one, the browser alone would cost
minutes. */
class BrowserStoriesTest {
    private static final int FEWEST = 20;
    private static final int PATIENCE_MINUTES = 20;

    private final Path web = Repository.root().resolve("web");

    /// A story as the report tells it.
    ///
    /// @param failure empty where it ended well
    private record Story(String name, String status, String failure) {}

    @TestFactory
    Stream<DynamicTest> storiesOnScreens() throws IOException, InterruptedException {
        assumeTrue(
                Files.isExecutable(chromium()),
                "There is no Chromium at " + chromium() + "; install it (Debian: apt-get install chromium "
                        + "fonts-noto-cjk) or name another one in GOTGAN_E2E_CHROMIUM.");
        assumeTrue(
                Files.isDirectory(web.resolve("node_modules/@playwright/test")),
                "The parts of the screens' build are not installed: this build left the screens out (-Dskip.web).");
        var stories = told();
        assertThat(stories).as("stories that were told").hasSizeGreaterThanOrEqualTo(FEWEST);
        return stories.stream()
                .map(story -> dynamicTest(
                        story.name(),
                        () -> assertThat(story.status())
                                .as("%s%n%s", story.name(), story.failure())
                                .isEqualTo("passed")));
    }

    private static Path chromium() {
        var named = System.getenv("GOTGAN_E2E_CHROMIUM");
        return Path.of(named == null ? "/usr/bin/chromium" : named);
    }

    private List<Story> told() throws IOException, InterruptedException {
        var results = web.resolve("target/e2e");
        var report = results.resolve("report.json");
        var log = results.resolve("browser.log");
        Files.createDirectories(results);
        Files.deleteIfExists(report);
        try (var server = RunningServer.start(Gotgan.freshFolder("web"))) {
            var command = new ProcessBuilder("npm", "run", "--silent", "e2e").directory(web.toFile());
            command.environment().put("GOTGAN_E2E_URL", server.url().toString());
            command.environment().put("GOTGAN_E2E_PASSWORD", server.adminPassword());
            command.environment().put("GOTGAN_E2E_RESULTS", results.toString());
            command.redirectErrorStream(true).redirectOutput(log.toFile());
            var browser = command.start();
            if (!browser.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                browser.descendants().forEach(ProcessHandle::destroyForcibly);
                browser.destroyForcibly();
            }
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
