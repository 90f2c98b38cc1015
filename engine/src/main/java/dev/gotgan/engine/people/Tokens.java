package dev.gotgan.engine.people;

import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Personal tokens, known by the hash of their secret. Each call is one transaction.
public interface Tokens {
    /// Makes a token.
    ///
    /// @param hash of the secret, which has at least 128 random bits
    ApiToken create(NewToken wanted, Sha256 hash);

    /// Whom a secret lets in: nobody if it is unknown, revoked or expired, or its owner is disabled.
    Optional<Bearer> findBearer(Sha256 hash);

    /// Newest first, expired ones too.
    List<ApiToken> list(UserId owner);

    /// Ends a token.
    ///
    /// @return whether `owner` had such a token
    boolean revoke(UserId owner, long token);

    /// A token to make.
    ///
    /// @param life from now, by the database's clock, which also judges it; null for ever
    record NewToken(
            UserId owner,
            String name,
            ApiToken.Scope scope,
            @Nullable Duration life) {}

    record Bearer(Account account, ApiToken token) {
        /// The owner, with no more rights than the token has.
        public Actor.Person actor() {
            return new Actor.Person(account.id(), account.admin(), token.scope() == ApiToken.Scope.READ_ONLY);
        }
    }
}
