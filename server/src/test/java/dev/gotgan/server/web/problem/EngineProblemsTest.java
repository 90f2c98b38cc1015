package dev.gotgan.server.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.engine.commit.CommitRefused.PathHeld;
import dev.gotgan.engine.commit.SessionId;
import dev.gotgan.engine.content.LogicalPath;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EngineProblemsTest {
    private static final LogicalPath PATH = new LogicalPath("images/cat.jpg");
    private static final SessionId HOLDER = new SessionId(new UUID(1, 2));

    @Test
    void whoMeetsAnUploadUnderWayIsToldUntilWhen() {
        var until = Instant.parse("2026-11-30T12:00:00Z");
        var problem =
                EngineProblems.find(PathHeld.open(PATH, HOLDER, "Ada", until)).orElseThrow();
        assertThat(problem.code()).isEqualTo(Code.PATH_RESERVED_BY_UPLOAD);
        assertThat(problem.more()).containsEntry("expires_at", until).containsEntry("held_by", "Ada");
        assertThat(problem.headers()).isEmpty();
    }

    @Test
    void whoMeetsAnUploadThatHasEndedIsToldToComeAgainInMoments() {
        var problem = EngineProblems.find(PathHeld.ended(PATH, HOLDER, "Ada")).orElseThrow();
        assertThat(problem.code()).isEqualTo(Code.PATH_RESERVED_BY_UPLOAD);
        assertThat(problem.detail()).contains("images/cat.jpg", "has ended", "try again");
        assertThat(problem.more()).containsEntry("upload_id", HOLDER).doesNotContainKey("expires_at");
        assertThat(problem.headers())
                .hasEntrySatisfying(
                        "Retry-After",
                        seconds -> assertThat(Integer.parseInt(seconds)).isBetween(1, 10));
    }
}
