package dev.gotgan.server.account;

import dev.gotgan.engine.people.Account;
import dev.gotgan.server.web.Caller;
import dev.gotgan.server.web.Requires;
import dev.gotgan.server.web.Rule;
import dev.gotgan.server.web.problem.Code;
import dev.gotgan.server.web.problem.Refused;
import dev.gotgan.server.web.signin.SessionCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Sessions of browsers: who am I, in, out, and an account of one's own where that is allowed.
@RestController
final class SignInController {
    private final SignIn signIn;
    private final Registration registration;
    private final SessionCookie cookies;

    SignInController(SignIn signIn, Registration registration, SessionCookie cookies) {
        this.signIn = signIn;
        this.registration = registration;
        this.cookies = cookies;
    }

    record LoginRequest(@Nullable String email, @Nullable String password) {}

    /// @param invitation the secret of an invitation, which a server may ask for
    record RegisterRequest(
            @Nullable String email,
            @Nullable String password,
            @Nullable String name,
            @Nullable String invitation) {}

    /// Who is calling; an anonymous browser gets a cookie, to which the CSRF token for its login belongs.
    record MeView(@Nullable UserView user, @Nullable String csrfToken) {}

    @GetMapping("/api/v1/auth/me")
    @Requires(Rule.PUBLIC)
    MeView me(Caller caller, HttpServletRequest request, HttpServletResponse response) {
        var account = caller.account();
        if (caller.proof() == Caller.Proof.TOKEN) {
            return new MeView(view(account), null);
        }
        var cookie = cookies.find(request).orElseGet(() -> cookies.renew(response));
        return new MeView(view(account), cookies.csrfToken(cookie));
    }

    @PostMapping("/api/v1/auth/login")
    @Requires(Rule.PUBLIC)
    MeView login(@RequestBody LoginRequest wanted, HttpServletRequest request, HttpServletResponse response) {
        if (wanted.email() == null || wanted.password() == null) {
            throw new Refused(Code.FIELD_INVALID, "Send email and password.");
        }
        var account = signIn.check(wanted.email(), wanted.password(), request);
        var cookie = signIn.begin(account, request, response);
        return new MeView(UserView.of(account), cookies.csrfToken(cookie));
    }

    @PostMapping("/api/v1/auth/logout")
    @Requires(Rule.PUBLIC)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void logout(HttpServletRequest request, HttpServletResponse response) {
        signIn.end(request, response);
    }

    @PostMapping("/api/v1/auth/register")
    @Requires(Rule.PUBLIC)
    @ResponseStatus(HttpStatus.CREATED)
    UserView register(@RequestBody RegisterRequest wanted, HttpServletRequest request) {
        return UserView.of(registration.make(wanted, request));
    }

    private static @Nullable UserView view(@Nullable Account account) {
        return account == null ? null : UserView.of(account);
    }
}
