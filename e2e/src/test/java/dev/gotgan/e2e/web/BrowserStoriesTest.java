package dev.gotgan.e2e.web;

import static org.assertj.core.api.Assertions.assertThat;
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

/// The stories of `web/e2e`, told by a real browser on a server of its own; each is one test here.
///
/* Playwright runs them all once, and its report becomes our tests: started one by one, the browser alone would cost
minutes. */
class BrowserStoriesTest {
    private static final int FEWEST = 15;
    private static final int PATIENCE_MINUTES = 10;

    private final Path web = Repository.root().resolve("web");

    /// A story as the report tells it.
    ///
    /// @param failure empty where it ended well
    private record Story(String name, String status, String failure) {}

    @TestFactory
    Stream<DynamicTest> storiesOnScreens() throws IOException, InterruptedException {
        var stories = told();
        assertThat(stories).as("stories that were told").hasSizeGreaterThanOrEqualTo(FEWEST);
        return stories.stream()
                .map(story -> dynamicTest(story.name(), () -> assertThat(story.status())
                        .as("%s%n%s", story.name(), story.failure())
                        .isEqualTo("passed")));
    }

    private List<Story> told() throws IOException, InterruptedException {
        var folder = Gotgan.freshFolder("web");
        var report = folder.resolveSibling("browser.json");
        try (var server = RunningServer.start(folder)) {
            var log = folder.resolveSibling("browser.log");
            var command = new ProcessBuilder("npm", "run", "--silent", "e2e").directory(web.toFile());
            command.environment().put("GOTGAN_E2E_URL", server.url().toString());
            command.environment().put("GOTGAN_E2E_PASSWORD", server.adminPassword());
            command.environment().put("GOTGAN_E2E_REPORT", report.toString());
            command.redirectErrorStream(true).redirectOutput(log.toFile());
            var browser = command.start();
            if (!browser.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                browser.destroyForcibly();
            }
            assertThat(report).as("a report; the browser said: %s", Files.readString(log)).exists();
        }
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
        result.path("errors").forEach(error -> failure.append(error.path("message").asString("")).append('\n'));
        return new Story(spec.path("title").asString(""), result.path("status").asString("never told"), failure.toString());
    }
}
