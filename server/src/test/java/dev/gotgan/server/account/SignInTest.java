package dev.gotgan.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.people.Account;
import dev.gotgan.engine.people.BrowserSessions;
import dev.gotgan.server.running.Client;
import dev.gotgan.server.running.RunningServer;
import dev.gotgan.server.web.signin.Secrets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTest {
    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.with(Map.of("GOTGAN_REGISTRATION", "open", "GOTGAN_TRUSTED_PROXIES", "127.0.0.1"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /// Failures of one test must not lock out the next.
    @AfterEach
    void wait15Minutes() {
        server.clock().turn(Duration.ofMinutes(15));
    }

    @Test
    void anAnonymousBrowserIsNobodyAndGetsItsCsrfToken() {
        var me = Client.of(server).get("/api/v1/auth/me");
        assertThat(me.status()).isEqualTo(200);
        assertThat(me.json().path("user").isNull()).isTrue();
        assertThat(me.json().path("csrf_token").asString()).hasSizeGreaterThan(40);
        assertThat(me.header("Set-Cookie"))
                .startsWith("gotgan_session=")
                .contains("HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Secure");
    }

    @Test
    void whoSignsInIsSomebodyUntilTheySignOut() {
        var browser = Client.signedIn(server, RunningServer.ADMIN, RunningServer.PASSWORD);
        var me = browser.get("/api/v1/auth/me").json().path("user");
        assertThat(me.path("email").asString()).isEqualTo(RunningServer.ADMIN);
        assertThat(me.path("is_admin").asBoolean()).isTrue();
        var cookie = browser.findCookie().orElseThrow();
        assertThat(browser.send("POST", "/api/v1/auth/logout", null).status()).isEqualTo(204);
        assertThat(Client.of(server)
                        .useCookie(cookie)
                        .get("/api/v1/auth/me")
                        .json()
                        .path("user")
                        .isNull())
                .isTrue();
    }

    @Test
    void theCookieChangesAtLoginAndTheOldOneIsWorthNothing() {
        var browser = Client.browser(server);
        var before = browser.findCookie().orElseThrow();
        browser.login(RunningServer.ADMIN, RunningServer.PASSWORD);
        assertThat(browser.findCookie()).get().isNotEqualTo(before);
        assertThat(Client.of(server).useCookie(before).get("/api/v1/users").status())
                .isEqualTo(401);
    }

    @Test
    void aSecondLoginEndsTheFirstSession() {
        var browser = Client.signedIn(server, RunningServer.ADMIN, RunningServer.PASSWORD);
        var first = browser.findCookie().orElseThrow();
        assertThat(browser.login(RunningServer.ADMIN, RunningServer.PASSWORD).status())
                .isEqualTo(200);
        assertThat(Client.of(server).useCookie(first).get("/api/v1/users").status())
                .isEqualTo(401);
    }

    @Test
    void aRestartSignsNobodyOut() {
        var browser = Client.signedIn(server, RunningServer.ADMIN, RunningServer.PASSWORD);
        server.restart();
        var after = Client.of(server).useCookie(browser.findCookie().orElseThrow());
        assertThat(after.get("/api/v1/users").status()).isEqualTo(200);
    }

    @Test
    void aSessionThatNobodyUsesEnds() {
        var browser = Client.signedIn(server, RunningServer.ADMIN, RunningServer.PASSWORD);
        server.database().age(BrowserSessions.LIFE.minusHours(1));
        assertThat(browser.get("/api/v1/users").status()).isEqualTo(200);
        server.database().age(BrowserSessions.LIFE.minusHours(1));
        assertThat(browser.get("/api/v1/users").status()).isEqualTo(200);
        server.database().age(BrowserSessions.LIFE);
        assertThat(browser.get("/api/v1/users").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/v1/auth/login", "/api/v1/auth/logout", "/api/v1/auth/register", "/api/v1/auth/tokens"})
    void everyChangeByCookieNeedsTheCsrfToken(String path) {
        var browser = Client.signedIn(server, RunningServer.ADMIN, RunningServer.PASSWORD);
        browser.header("X-CSRF-Token", null);
        assertThat(browser.post(path, "{}").code()).isEqualTo("csrf_required");
        browser.header(
                "X-CSRF-Token",
                Client.browser(server)
                        .get("/api/v1/auth/me")
                        .json()
                        .path("csrf_token")
                        .asString());
        assertThat(browser.post(path, "{}").code()).isEqualTo("csrf_required");
    }

    @Test
    void aLoginWithoutCookieNeedsOneFirst() {
        assertThat(Client.of(server)
                        .login(RunningServer.ADMIN, RunningServer.PASSWORD)
                        .code())
                .isEqualTo("csrf_required");
    }

    @Test
    void anotherSitesPageChangesNothingEvenWithTheToken() {
        var browser = Client.signedIn(server, RunningServer.ADMIN, RunningServer.PASSWORD);
        browser.header("Sec-Fetch-Site", "cross-site");
        assertThat(browser.post("/api/v1/auth/tokens", "{\"name\": \"x\"}").code())
                .isEqualTo("csrf_required");
        browser.header("Sec-Fetch-Site", "same-origin");
        assertThat(browser.post("/api/v1/auth/tokens", "{\"name\": \"x\"}").status())
                .isEqualTo(201);
    }

    @Test
    void wrongAndUnknownAndDisabledSoundAlike() {
        var accounts = server.catalog().accounts();
        var browser = Client.browser(server);
        browser.post("/api/v1/auth/register", "{\"email\": \"off@example.com\", \"password\": \"correct horse\"}");
        var off = accounts.findByEmail("off@example.com").orElseThrow();
        accounts.set(off.id(), Account.State.DISABLED, new Actor.Itself());
        var wrong = browser.login(RunningServer.ADMIN, "wrong horse");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.code()).isEqualTo("login_failed");
        assertThat(browser.login("nobody@example.com", "wrong horse").text()).isEqualTo(wrong.text());
        assertThat(browser.login("off@example.com", "correct horse").text()).isEqualTo(wrong.text());
    }

    @Test
    void aDisabledPersonIsOutAtOnce() {
        var admin = Client.signedIn(server, RunningServer.ADMIN, RunningServer.PASSWORD);
        Client.browser(server)
                .post("/api/v1/auth/register", "{\"email\": \"gone@example.com\", \"password\": \"correct horse\"}");
        var browser = Client.signedIn(server, "gone@example.com", "correct horse");
        var id = browser.get("/api/v1/auth/me").json().path("user").path("id").asInt();
        assertThat(browser.get("/api/v1/auth/tokens").status()).isEqualTo(200);
        assertThat(admin.put("/api/v1/users/" + id, "{\"disabled\": true}").status())
                .isEqualTo(200);
        assertThat(browser.get("/api/v1/auth/tokens").status()).isEqualTo(401);
    }

    @Test
    void theEleventhGuessWaitsEvenIfItIsRight() {
        var browser = Client.browser(server);
        Client.browser(server)
                .post("/api/v1/auth/register", "{\"email\": \"guess@example.com\", \"password\": \"correct horse\"}");
        for (int i = 0; i < 10; i++) {
            assertThat(browser.login("guess@example.com", "guess number " + i).status())
                    .isEqualTo(401);
        }
        var late = browser.login("guess@example.com", "correct horse");
        assertThat(late.status()).isEqualTo(429);
        assertThat(late.code()).isEqualTo("rate_limited");
        assertThat(Integer.parseInt(late.header("Retry-After"))).isBetween(1, 15 * 60);
        server.clock().turn(Duration.ofMinutes(15));
        assertThat(browser.login("guess@example.com", "correct horse").status()).isEqualTo(200);
    }

    @Test
    void anAddressIsWhatATrustedProxySays() {
        var near = Client.browser(server).header("X-Forwarded-For", "6.6.6.6, 203.0.113.7");
        for (int i = 0; i < 30; i++) {
            near.login("person" + i + "@example.com", "guess");
        }
        assertThat(near.login("next@example.com", "guess").status()).isEqualTo(429);
        var elsewhere = Client.browser(server).header("X-Forwarded-For", "203.0.113.8");
        assertThat(elsewhere.login("next@example.com", "guess").status()).isEqualTo(401);
        var claimsToBeElsewhere = Client.browser(server).header("X-Forwarded-For", "1.2.3.4, 203.0.113.7");
        assertThat(claimsToBeElsewhere.login("next@example.com", "guess").status())
                .isEqualTo(429);
    }

    @Test
    void aTokenActsForItsOwnerAndNeedsNoCsrfToken() {
        var browser = Client.signedIn(server, RunningServer.ADMIN, RunningServer.PASSWORD);
        var made = browser.post("/api/v1/auth/tokens", "{\"name\": \"ci\", \"expires_in_days\": 1}");
        assertThat(made.status()).isEqualTo(201);
        var secret = made.json().path("token").asString();
        assertThat(secret).startsWith("gtg_").hasSizeGreaterThan(40);
        var program = Client.withToken(server, secret);
        assertThat(program.get("/api/v1/auth/me")
                        .json()
                        .path("user")
                        .path("email")
                        .asString())
                .isEqualTo(RunningServer.ADMIN);
        assertThat(program.post("/api/v1/auth/tokens", "{\"name\": \"another\"}")
                        .status())
                .isEqualTo(201);
        assertThat(browser.get("/api/v1/auth/tokens").text()).contains("\"ci\"").doesNotContain(secret);
        server.clock().turn(Duration.ofDays(-7)); // whatever the server's own clock says
        assertThat(program.get("/api/v1/auth/me").status()).isEqualTo(200);
        server.clock().turn(Duration.ofDays(7));
        server.database().age(Duration.ofDays(1));
        assertThat(program.get("/api/v1/auth/me").status()).isEqualTo(401);
    }

    @Test
    void aRevokedTokenIsWorthNothing() {
        var browser = Client.signedIn(server, RunningServer.ADMIN, RunningServer.PASSWORD);
        var made = browser.post("/api/v1/auth/tokens", "{\"name\": \"ci\"}").json();
        var path = "/api/v1/auth/tokens/" + made.path("id").asLong();
        assertThat(browser.delete(path).status()).isEqualTo(204);
        assertThat(browser.delete(path).status()).isEqualTo(404);
        var answer = Client.withToken(server, made.path("token").asString()).get("/api/v1/datasets/available");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void aReadOnlyTokenReadsAndChangesNothing() {
        var browser = Client.signedIn(server, RunningServer.ADMIN, RunningServer.PASSWORD);
        var made = browser.post("/api/v1/auth/tokens", "{\"name\": \"ro\", \"read_only\": true}")
                .json();
        var program = Client.withToken(server, made.path("token").asString());
        assertThat(program.get("/api/v1/auth/tokens").status()).isEqualTo(200);
        var refused = program.post("/api/v1/auth/tokens", "{\"name\": \"more\"}");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("forbidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer gtg_no", "Bearer x", "Basic YTpi", "gtg_no", ""})
    void anAuthorizationThatIsNoneIsNeverSavedByACookie(String authorization) {
        var browser = Client.signedIn(server, RunningServer.ADMIN, RunningServer.PASSWORD);
        browser.header("Authorization", authorization);
        var answer = browser.get("/api/v1/users");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("unauthenticated");
    }

    @Test
    void registrationTakesAnEmailOnce() {
        var browser = Client.browser(server);
        var first = browser.post(
                "/api/v1/auth/register", "{\"email\": \" New@Example.com\", \"password\": \"correct horse\"}");
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.json().path("name").asString()).isEqualTo("New");
        assertThat(first.json().path("is_admin").asBoolean()).isFalse();
        var second = browser.post(
                "/api/v1/auth/register", "{\"email\": \"new@example.com\", \"password\": \"correct horse\"}");
        assertThat(second.code()).isEqualTo("email_taken");
        assertThat(browser.post("/api/v1/auth/register", "{\"email\": \"a@b.c\", \"password\": \"short\"}")
                        .code())
                .isEqualTo("field_invalid");
        assertThat(browser.post("/api/v1/auth/register", "{\"email\": \"nobody\", \"password\": \"long enough\"}")
                        .code())
                .isEqualTo("field_invalid");
    }

    @Test
    void whereRegistrationIsClosedAnAdminMakesAccounts() {
        var closed = RunningServer.shared();
        var answer = Client.browser(closed)
                .post("/api/v1/auth/register", "{\"email\": \"x@example.com\", \"password\": \"correct horse\"}");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("registration_closed");
    }

    @Test
    void onlyHashesOfSecretsAreKept() {
        var browser = Client.signedIn(server, RunningServer.ADMIN, RunningServer.PASSWORD);
        var cookie = browser.findCookie().orElseThrow();
        var kept = server.database()
                .database()
                .sql("select cookie from browser_sessions")
                .query((row, n) -> row.getBytes(1))
                .list();
        assertThat(kept)
                .anyMatch(bytes -> Arrays.equals(bytes, Secrets.hash(cookie).bytes()));
    }
}
