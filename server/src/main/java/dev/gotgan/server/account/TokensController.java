package dev.gotgan.server.account;

import dev.gotgan.engine.people.Account;
import dev.gotgan.engine.people.ApiToken;
import dev.gotgan.engine.people.Tokens;
import dev.gotgan.server.web.Caller;
import dev.gotgan.server.web.Requires;
import dev.gotgan.server.web.Rule;
import dev.gotgan.server.web.WrongFields;
import dev.gotgan.server.web.problem.Code;
import dev.gotgan.server.web.problem.Refused;
import dev.gotgan.server.web.signin.Secrets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// A person's own tokens, for programs that act in their name.
@RestController
final class TokensController {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_LIFE = 3650;

    private final Tokens tokens;

    TokensController(Tokens tokens) {
        this.tokens = tokens;
    }

    record TokenRequest(
            @Nullable String name,
            @Nullable Integer expiresInDays,
            @Nullable Boolean readOnly) {}

    /// The only answer that ever holds the token itself.
    record NewTokenView(
            long id,
            String name,
            String token,
            boolean readOnly,
            @Nullable Instant expiresAt) {}

    record TokenView(
            long id,
            String name,
            boolean readOnly,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant lastUsedAt) {
        static TokenView of(ApiToken token) {
            return new TokenView(
                    token.id(),
                    token.name(),
                    token.scope() == ApiToken.Scope.READ_ONLY,
                    token.created(),
                    token.expires(),
                    token.used());
        }
    }

    @GetMapping("/api/v1/auth/tokens")
    @Requires(Rule.LOGGED_IN)
    List<TokenView> list(Caller caller) {
        return tokens.list(owner(caller).id()).stream().map(TokenView::of).toList();
    }

    @PostMapping("/api/v1/auth/tokens")
    @Requires(Rule.LOGGED_IN)
    @ResponseStatus(HttpStatus.CREATED)
    NewTokenView make(@RequestBody TokenRequest wanted, Caller caller) {
        var name = wanted.name() == null ? "" : wanted.name().strip();
        var days = wanted.expiresInDays();
        new WrongFields()
                .unless(
                        !name.isEmpty() && name.length() <= LONGEST_NAME && WrongFields.plain(name),
                        "name",
                        "has 1 to 200 characters")
                .unless(days == null || (days > 0 && days <= LONGEST_LIFE), "expires_in_days", "is 1 to 3650")
                .refuse();
        var secret = Secrets.token();
        var scope = Boolean.TRUE.equals(wanted.readOnly()) ? ApiToken.Scope.READ_ONLY : ApiToken.Scope.READ_WRITE;
        var life = days == null ? null : Duration.ofDays(days);
        var made = tokens.create(new Tokens.NewToken(owner(caller).id(), name, scope, life), Secrets.hash(secret));
        return new NewTokenView(made.id(), made.name(), secret, scope == ApiToken.Scope.READ_ONLY, made.expires());
    }

    @DeleteMapping("/api/v1/auth/tokens/{token_id}")
    @Requires(Rule.LOGGED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable("token_id") long token, Caller caller) {
        if (!tokens.revoke(owner(caller).id(), token)) {
            throw new Refused(Code.NOT_FOUND, "You have no such token.");
        }
    }

    private static Account owner(Caller caller) {
        return Objects.requireNonNull(caller.account(), "the gate lets nobody anonymous in here");
    }
}
