package dev.gotgan.server.web;

import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.server.web.problem.Code;
import dev.gotgan.server.web.problem.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/// Stands before every handler and lets nobody by whom the handler's [Requires] does not admit.
///
/* The order is part of the contract: who is nobody hears 401 first, whatever else is wrong; then a change without
proof that the caller meant it; then whether the dataset is seen at all (404), then whether this may be done to it. */
public final class AccessGate implements HandlerInterceptor {
    private static final Set<String> SAFE = Set.of("GET", "HEAD");

    private final Admission admission;

    public AccessGate(Admission admission) {
        this.admission = admission;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var requires = handler instanceof HandlerMethod method ? method.getMethodAnnotation(Requires.class) : null;
        if (requires == null) {
            throw Admission.forbidden();
        }
        var caller = Caller.of(request);
        var changes = changes(requires, request);
        admission.identified(requires.value(), caller);
        if (requires.value() == Rule.SIGNED) {
            return true; // the signature is both the right and the proof that it was meant
        }
        if (changes || !(SAFE.contains(request.getMethod()) || caller.anonymous())) {
            meant(caller);
        }
        admission.admit(requires.value(), changes ? caller.actor() : Admission.reader(caller.actor()), names(request));
        if (changes && caller.actor() instanceof Actor.Person person && person.readOnly()) {
            throw new Refused(Code.FORBIDDEN, "This token may only read.");
        }
        return true;
    }

    private static void meant(Caller caller) {
        if (caller.proof() == Caller.Proof.NONE) {
            throw new Refused(
                    Code.CSRF_REQUIRED,
                    "Send the header X-CSRF-Token with the csrf_token of GET /api/v1/auth/me, or use a token.");
        }
    }

    private static boolean changes(Requires requires, HttpServletRequest request) {
        return requires.effect() == Requires.Effect.BY_METHOD && !SAFE.contains(request.getMethod());
    }

    @SuppressWarnings("unchecked") // Spring puts exactly this map there for every handler method
    private static Map<String, String> names(HttpServletRequest request) {
        var names = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return names == null ? Map.of() : (Map<String, String>) names;
    }
}
