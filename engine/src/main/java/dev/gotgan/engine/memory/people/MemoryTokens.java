package dev.gotgan.engine.memory.people;

import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.UserId;
import dev.gotgan.engine.memory.rows.CatalogRows;
import dev.gotgan.engine.people.Account;
import dev.gotgan.engine.people.Accounts;
import dev.gotgan.engine.people.ApiToken;
import dev.gotgan.engine.people.AuditLog;
import dev.gotgan.engine.people.Tokens;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// [Tokens] in memory.
public final class MemoryTokens implements Tokens {
    private final CatalogRows all;
    private final AuditLog audit;

    public MemoryTokens(CatalogRows all) {
        this.all = all;
        this.audit = new MemoryAuditLog(all);
    }

    @Override
    public ApiToken create(NewToken wanted, Sha256 hash) {
        return all.in(() -> {
            var now = all.now();
            long id = all.tokenIds.incrementAndGet();
            var life = wanted.life();
            var expires = life == null ? null : now.plus(life);
            var made = new ApiToken(id, wanted.owner(), wanted.name(), wanted.scope(), now, expires, null);
            all.tokens.put(hash, made);
            note("token.create", made);
            return made;
        });
    }

    @Override
    public Optional<Bearer> findBearer(Sha256 hash) {
        return all.in(() -> {
            var now = all.now();
            var found = Optional.ofNullable(all.tokens.get(hash))
                    .filter(token -> token.expires() == null || token.expires().isAfter(now))
                    .flatMap(token -> findOwner(token).map(owner -> new Bearer(owner, token)));
            found.ifPresent(bearer -> all.tokens.put(hash, used(bearer.token(), now)));
            return found;
        });
    }

    private Optional<Account> findOwner(ApiToken token) {
        return Optional.ofNullable(all.people.get(token.owner()))
                .map(Accounts.Login::account)
                .filter(owner -> owner.state() == Account.State.ACTIVE);
    }

    private static ApiToken used(ApiToken token, Instant now) {
        return new ApiToken(
                token.id(),
                token.owner(),
                token.name(),
                token.scope(),
                token.created(),
                token.expires(),
                now.truncatedTo(ChronoUnit.HOURS));
    }

    @Override
    public List<ApiToken> list(UserId owner) {
        return all.in(() -> all.tokens.values().stream()
                .filter(token -> token.owner().equals(owner))
                .sorted(Comparator.comparingLong(ApiToken::id).reversed())
                .toList());
    }

    @Override
    public boolean revoke(UserId owner, long token) {
        return all.in(() -> {
            var found = list(owner).stream().filter(each -> each.id() == token).findFirst();
            found.ifPresent(each -> {
                all.tokens.values().remove(each);
                note("token.revoke", each);
            });
            return found.isPresent();
        });
    }

    private void note(String action, ApiToken token) {
        var owner = new Actor.Person(token.owner(), false, false);
        audit.append(owner, action, null, Map.of("token", Long.toString(token.id())));
    }
}
