package dev.gotgan.server.web.problem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/// Tomcat's last word on requests that never reach Spring (a broken request line, headers without end) or whose
/// failure escaped it: the same JSON instead of a page.
public final class ProblemValve extends ErrorReportValve {
    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0) {
            return;
        }
        var problem = problem(response.getStatus());
        try {
            PlainHeaders.of(response);
            response.setContentType("application/problem+json");
            var out = response.getReporter();
            if (out != null) {
                out.write(new String(ProblemWriter.render(problem), StandardCharsets.UTF_8));
                response.finishResponse();
            }
        } catch (IOException e) {
            container.getLogger().debug("the caller hung up before it was told", e);
        }
    }

    private static Problem problem(int status) {
        if (status == 400) {
            return Problem.of(Code.HEADER_INVALID, "The request line or a header is broken or too long.");
        }
        var told = RequestProblems.status(status);
        return told != null ? told : Problem.of(Code.INTERNAL, "Something failed on the server.");
    }
}
