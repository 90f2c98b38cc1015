package dev.gotgan.server.web.problem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.BadRequestException;
import org.jspecify.annotations.Nullable;

/// Tomcat's last word on requests that never reach Spring (a broken request line, headers without end) or whose
/// failure escaped it: the same JSON instead of a page.
public final class ProblemValve extends ErrorReportValve {
    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0) {
            return;
        }
        var problem = problem(request, response.getStatus());
        response.setStatus(problem.code().status());
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

    /// Tomcat calls what it does not know (a method, a version, an encoding of the body) a fault of the server.
    private static Problem problem(Request request, int status) {
        if (status == 501 && "CONNECT".equals(request.getMethod())) {
            return Problem.of(Code.METHOD_NOT_ALLOWED, "This method is not for this address.");
        }
        if (status == 400 || status == 417 || status == 501 || status == 505) {
            return Problem.of(
                    Code.HEADER_INVALID, "The request line or a header is broken, too long, or not known here.");
        }
        if (request.getCoyoteRequest().getErrorException() instanceof BadRequestException) {
            return Problem.of(Code.INVALID_PARAMETER, "The body breaks off or is not as its headers say.");
        }
        var told = RequestProblems.status(status);
        return told != null ? told : Problem.of(Code.INTERNAL, "Something failed on the server.");
    }
}
