package dev.gotgan.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.engine.people.Account;
import dev.gotgan.server.running.Client;
import dev.gotgan.server.running.People;
import dev.gotgan.server.running.RunningServer;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Who gets a socket, and when it ends.
class HandshakeTest {
    private final RunningServer server = RunningServer.shared();
    private final People people = new People(server);
    private final List<Ear> ears = new ArrayList<>();

    @AfterEach
    void everybodyLeaves() {
        ears.forEach(Ear::close);
    }

    private Ear listening(Ear ear) {
        ears.add(ear);
        return ear;
    }

    @Test
    void nobodyIsRefusedAndAPageOfAnotherSiteIsToo() {
        var token = people.secret(people.somebody("mina").account());
        assertThat(Ear.refusal(server)).isEqualTo(401);
        assertThat(Ear.refusal(server, "Authorization", "Bearer gtg_wrong")).isEqualTo(401);
        assertThat(Ear.refusal(server, "Authorization", "Bearer " + token, "Origin", "http://evil.example"))
                .isEqualTo(403);
        assertThat(Ear.refusal(server, "Authorization", "Bearer " + token, "Origin", "null"))
                .isEqualTo(403);
        listening(Ear.of(server, "Authorization", "Bearer " + token, "Origin", server.address()));
    }

    @Test
    void anOriginIsOursByItsHostAndPort() {
        var own = URI.create("https://gotgan.example");
        assertThat(Handshake.isOurs("https://gotgan.example", own)).isTrue();
        assertThat(Handshake.isOurs("https://GOTGAN.example:443", own)).isTrue();
        assertThat(Handshake.isOurs("https://gotgan.example", URI.create("http://gotgan.example")))
                .as("behind a proxy that speaks TLS")
                .isTrue();
        assertThat(List.of(
                        "https://gotgan.example.evil.example",
                        "https://evil.example/gotgan.example",
                        "https://gotgan.example@evil.example",
                        "https://gotgan.example:8443",
                        "null",
                        "",
                        "://"))
                .noneMatch(origin -> Handshake.isOurs(origin, own));
    }

    @Test
    void aTokenInTheAddressIsNoToken() {
        var token = people.secret(people.somebody("mina").account());
        var plain = Client.of(server).get("/api/v1/events?token=" + token + "&access_token=" + token);
        assertThat(plain.status()).isEqualTo(401);
    }

    @Test
    void theEleventhConnectionOfAPersonIsRefusedUntilOneEnds() {
        var token = people.secret(people.somebody("mina").account());
        for (int i = 0; i < Connections.MOST_OF_ONE; i++) {
            listening(Ear.withToken(server, token));
        }
        assertThat(Ear.refusal(server, "Authorization", "Bearer " + token)).isEqualTo(429);
        listening(Ear.withToken(server, people.secret(people.somebody("jun").account())));
        ears.getFirst().say("x".repeat(5 * 1024)); // the server ends it
        assertThat(ears.getFirst().awaitClose()).isEqualTo(1009);
        listening(Ear.withToken(server, token));
    }

    @Test
    void aMessageOfFourKibibytesIsTakenAndALongerOneEndsIt() {
        var owner = people.somebody("mina");
        var ear = listening(Ear.withToken(server, people.secret(owner.account())));
        ear.say("x".repeat(4096));
        var dataset = owner.client()
                .post("/api/v1/datasets", "{\"name\": \"still told\"}")
                .json()
                .path("id")
                .asString();
        ear.await("dataset.created", dataset);
        ear.say("x".repeat(5 * 1024));
        assertThat(ear.awaitClose()).isEqualTo(1009);
    }

    @Test
    void aLogoutEndsIt() {
        var email = people.withPassword("mina", "a long password");
        var browser = Client.signedIn(server, email, "a long password");
        var ear = listening(Ear.of(
                server, "Cookie", "gotgan_session=" + browser.findCookie().orElseThrow(), "Origin", server.address()));
        browser.send("POST", "/api/v1/auth/logout", null);
        assertThat(ear.awaitClose()).isEqualTo(1008);
    }

    @Test
    void theEndOfATokenEndsItAndNotTheOthersOfThatPerson() {
        var person = people.somebody("mina");
        var ear = listening(Ear.withToken(server, people.secret(person.account())));
        var newest =
                server.catalog().tokens().list(person.account().id()).getFirst().id();
        var other = listening(Ear.withToken(server, people.secret(person.account())));
        person.client().delete("/api/v1/auth/tokens/" + newest);
        assertThat(ear.awaitClose()).isEqualTo(1008);
        var dataset = person.client()
                .post("/api/v1/datasets", "{\"name\": \"told\"}")
                .json()
                .path("id")
                .asString();
        other.await("dataset.created", dataset);
    }

    @Test
    void aDisabledAccountHearsNothingMore() {
        var person = people.somebody("mina");
        var ear = listening(Ear.withToken(server, people.secret(person.account())));
        server.catalog()
                .accounts()
                .set(
                        person.account().id(),
                        Account.State.DISABLED,
                        people.admin().account().actor());
        assertThat(ear.awaitClose()).isEqualTo(1008);
    }

    /// As when the database restarts, or a proxy cuts what is idle.
    @Test
    void whereTheDatabaseWasLostReadersStayAreToldOfTheGapAndHearWhatComes() {
        try (var own = RunningServer.with(Map.of())) {
            var person = new People(own).somebody("mina");
            var ear = listening(Ear.withToken(own, new People(own).secret(person.account())));
            assertThat(own.database().database().sql("""
                    select count(pg_terminate_backend(pid))
                      from pg_stat_activity
                     where datname = current_database() and query = 'listen gotgan'
                    """).query(Long.class).single())
                    .isEqualTo(1);
            ear.await(event -> event.path("type").asString().equals("missed"));
            var dataset = person.client()
                    .post("/api/v1/datasets", "{\"name\": \"told again\"}")
                    .json()
                    .path("id")
                    .asString();
            ear.await("dataset.created", dataset);
        }
    }

    @Test
    void aServerThatStopsSaysGoodbye() {
        try (var own = RunningServer.with(Map.of())) {
            var person = new People(own).somebody("mina");
            var ear = listening(Ear.withToken(own, new People(own).secret(person.account())));
            own.restart();
            assertThat(ear.awaitClose()).isEqualTo(1001);
        }
    }
}
