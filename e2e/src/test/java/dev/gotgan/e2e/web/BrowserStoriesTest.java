package dev.gotgan.e2e.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.gotgan.e2e.parts.Gotgan;
import dev.gotgan.e2e.parts.RunningServer;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The stories of `web/e2e`, told by a real browser on a server of its own; each is one test here. Pictures of every
/// screen, and of what failed, stay in `web/target/e2e`.
///
/* Playwright runs them all once, and its report becomes our tests: started one by one, the browser alone would cost
minutes. */
class BrowserStoriesTest {
    private static final int FEWEST = 20;

    @TestFactory
    Stream<DynamicTest> storiesOnScreens() throws IOException, InterruptedException {
        var stories = new Stories("e2e");
        stories.assumeTellable();
        try (var server = RunningServer.start(Gotgan.freshFolder("web"))) {
            var told = stories.tell(server, Map.of());
            assertThat(told).as("stories that were told").hasSizeGreaterThanOrEqualTo(FEWEST);
            return told.stream().map(story -> dynamicTest(story.name(), story::endedWell));
        }
    }
}
