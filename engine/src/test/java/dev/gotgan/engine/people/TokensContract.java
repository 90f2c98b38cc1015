package dev.gotgan.engine.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.dataset.UserId;
import dev.gotgan.engine.people.Tokens.NewToken;
import dev.gotgan.engine.testing.CatalogContract;
import dev.gotgan.engine.testing.CatalogStory;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What [Tokens] and [BrowserSessions] promise: who is let in by a secret, and until when.
public abstract class TokensContract extends CatalogContract {
    private static final Sha256 SECRET = CatalogStory.sha("a secret");
    private static final Sha256 COOKIE = CatalogStory.sha("a cookie");

    private UserId eve;

    @BeforeEach
    void people() {
        eve = catalog.person("Eve");
    }

    private ApiToken create(String name, Sha256 hash, @Nullable Duration life) {
        return catalog.tokens().create(new NewToken(eve, name, ApiToken.Scope.READ_ONLY, life), hash);
    }

    @Test
    void aTokenLetsItsOwnerIn() {
        var made = create("노트북", SECRET, null);
        assertThat(made)
                .returns(eve, ApiToken::owner)
                .returns("노트북", ApiToken::name)
                .returns(ApiToken.Scope.READ_ONLY, ApiToken::scope)
                .returns(null, ApiToken::expires)
                .returns(null, ApiToken::used);
        var bearer = catalog.tokens().findBearer(SECRET).orElseThrow();
        assertThat(bearer.account().id()).isEqualTo(eve);
        assertThat(bearer.token().id()).isEqualTo(made.id());
        assertThat(catalog.tokens().findBearer(CatalogStory.sha("a guess"))).isEmpty();
    }

    @Test
    void whenATokenWasUsedIsKnownToTheHour() {
        create("a", SECRET, null);
        catalog.tokens().findBearer(SECRET);
        var used = catalog.tokens().list(eve).getFirst().used();
        assertThat(used).isNotNull();
        assertThat(used).isEqualTo(used == null ? null : used.truncatedTo(ChronoUnit.HOURS));
    }

    @Test
    void aTokenEndsAfterItsLifeAndIsStillListed() {
        var made = create("a", SECRET, Duration.ofDays(1));
        assertThat(Duration.between(made.created(), expires(made)))
                .isBetween(
                        Duration.ofDays(1).minusSeconds(1), Duration.ofDays(1).plusSeconds(1));
        assertThat(catalog.tokens().findBearer(SECRET)).isPresent();
        catalog.passTime(Duration.ofDays(1).plusSeconds(1));
        assertThat(catalog.tokens().findBearer(SECRET)).isEmpty();
        assertThat(catalog.tokens().list(eve)).singleElement().returns(made.id(), ApiToken::id);
    }

    private static Instant expires(ApiToken token) {
        var expires = token.expires();
        if (expires == null) {
            throw new AssertionError("it never expires");
        }
        return expires;
    }

    @Test
    void tokensAreListedTheNewestFirstEachPersonsOwn() {
        var first = create("first", SECRET, null);
        var second = create("second", CatalogStory.sha("2"), null);
        assertThat(catalog.tokens().list(eve)).extracting(ApiToken::id).containsExactly(second.id(), first.id());
        assertThat(catalog.tokens().list(catalog.person("Bob"))).isEmpty();
    }

    @Test
    void onlyItsOwnerRevokesAToken() {
        var bob = catalog.person("Bob");
        var made = create("a", SECRET, null);
        assertThat(catalog.tokens().revoke(bob, made.id())).isFalse();
        assertThat(catalog.tokens().findBearer(SECRET)).isPresent();
        assertThat(catalog.tokens().revoke(eve, made.id())).isTrue();
        assertThat(catalog.tokens().revoke(eve, made.id())).isFalse();
        assertThat(catalog.tokens().findBearer(SECRET)).isEmpty();
        assertThat(catalog.audit().list(null, 2))
                .extracting(AuditLog.Entry::action)
                .containsExactly("token.revoke", "token.create");
        assertThat(catalog.audit().list(null, 1).getFirst().detail())
                .isEqualTo(Map.of("token", Long.toString(made.id())));
    }

    @Test
    void aDisabledPersonIsLetInByNothingUntilTheyAreBack() {
        create("a", SECRET, null);
        catalog.browsers().begin(eve, COOKIE);
        catalog.accounts().set(eve, Account.State.DISABLED, story.actor());
        assertThat(catalog.tokens().findBearer(SECRET)).isEmpty();
        assertThat(catalog.browsers().find(COOKIE)).isEmpty();
        catalog.accounts().set(eve, Account.State.ACTIVE, story.actor());
        assertThat(catalog.tokens().findBearer(SECRET)).isPresent();
        assertThat(catalog.browsers().find(COOKIE)).get().returns(eve, Account::id);
    }

    @Test
    void whoIsGoneIsLetInByNothing() {
        create("a", SECRET, null);
        catalog.browsers().begin(eve, COOKIE);
        catalog.accounts().remove(eve, null, story.actor());
        assertThat(catalog.tokens().findBearer(SECRET)).isEmpty();
        assertThat(catalog.browsers().find(COOKIE)).isEmpty();
        assertThat(catalog.tokens().list(eve)).isEmpty();
    }

    @Test
    void aSessionLivesOnFromItsLastUse() {
        catalog.browsers().begin(eve, COOKIE);
        catalog.passTime(BrowserSessions.LIFE.minusHours(1));
        assertThat(catalog.browsers().find(COOKIE)).isPresent();
        catalog.passTime(BrowserSessions.LIFE.minusHours(1));
        assertThat(catalog.browsers().find(COOKIE)).isPresent();
        catalog.passTime(BrowserSessions.LIFE.plusSeconds(1));
        assertThat(catalog.browsers().find(COOKIE)).isEmpty();
    }

    @Test
    void aSessionEndsByItselfOrWithAllOfItsPerson() {
        var phone = CatalogStory.sha("a phone");
        var bobs = CatalogStory.sha("Bob's");
        catalog.browsers().begin(eve, COOKIE);
        catalog.browsers().begin(eve, phone);
        catalog.browsers().begin(catalog.person("Bob"), bobs);
        catalog.browsers().end(COOKIE);
        catalog.browsers().end(COOKIE);
        assertThat(catalog.browsers().find(COOKIE)).isEmpty();
        assertThat(catalog.browsers().find(phone)).isPresent();
        catalog.browsers().endAll(eve);
        assertThat(catalog.browsers().find(phone)).isEmpty();
        assertThat(catalog.browsers().find(bobs)).isPresent();
    }
}
