package dev.gotgan.server.operations;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/// Times every request by method, route and status. The route is the pattern, never the address: an address would
/// make a figure of its own for every dataset.
public final class RequestFigures implements HandlerInterceptor {
    private static final String BEGUN = RequestFigures.class.getName();

    private final MeterRegistry figures;

    public RequestFigures(MeterRegistry figures) {
        this.figures = figures;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        request.setAttribute(BEGUN, Timer.start(figures));
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (request.getAttribute(BEGUN) instanceof Timer.Sample begun) {
            begun.stop(figures.timer(
                    "http.server.requests",
                    "method",
                    request.getMethod(),
                    "uri",
                    String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)),
                    "status",
                    Integer.toString(response.getStatus())));
        }
    }
}
