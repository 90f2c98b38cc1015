package dev.gotgan.server.upload.direct;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gotgan.engine.direct.PlanDirect.Answer;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is to be done with one planned file: nothing (`present`), a request to be sent as it is (`upload`), or
/// nothing because it was `refused`.
@JsonInclude(JsonInclude.Include.NON_NULL)
record AnswerView(
        String path,
        String status,
        @Nullable String url,
        @Nullable String method,
        @Nullable Map<String, String> headers,
        @Nullable Instant expiresAt,
        @Nullable RefusedView refused) {
    record RefusedView(String code, String detail) {}

    static AnswerView of(String path, Answer answer) {
        return switch (answer) {
            case Answer.Present() -> new AnswerView(path, "present", null, null, null, null, null);
            case Answer.Send(var link) ->
                new AnswerView(path, "upload", link.url(), link.method(), link.headers(), link.expiresAt(), null);
            case Answer.Refused(var code, var detail) ->
                new AnswerView(path, "refused", null, null, null, null, new RefusedView(code, detail));
        };
    }
}
