package dev.gotgan.server.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.DisconnectedClientHelper;

/// Answers every failure of a handler. One that happens after the answer began is passed on to the container,
/// which breaks the connection: a client must never take half an answer for a whole one.
public final class ProblemResolver implements HandlerExceptionResolver {
    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            return new ModelAndView();
        }
        if (response.isCommitted()) {
            return null;
        }
        try {
            ProblemWriter.write(Problems.of(failure), response);
        } catch (IOException e) {
            return new ModelAndView(); // the caller hung up before it was told
        }
        return new ModelAndView();
    }
}
