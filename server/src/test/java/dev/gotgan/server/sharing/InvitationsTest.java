package dev.gotgan.server.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.people.Account;
import dev.gotgan.server.running.Answer;
import dev.gotgan.server.running.Client;
import dev.gotgan.server.running.People;
import dev.gotgan.server.running.RunningServer;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Links that bring people into a dataset.
class InvitationsTest {
    private final RunningServer server = RunningServer.shared();
    private final People people = new People(server);
    private final People.Person owner = people.somebody("owner");
    private final String dataset = dataset(owner);

    @Test
    void whoeverHoldsTheLinkGetsInOnce() {
        var secret = invite("editor");
        var friend = people.somebody("friend");
        var accepted = accept(friend, secret);
        assertThat(accepted.json().path("role").asString()).isEqualTo("editor");
        assertThat(friend.client().get(dataset).json().path("role").asString()).isEqualTo("editor");
        assertThat(accept(people.somebody("late"), secret).status()).isEqualTo(404);
        assertThat(accept(friend, secret).status()).isEqualTo(404);
        assertThat(owner.client().get(dataset + "/invitations").json()).isEmpty();
        var granted = owner.client().get(dataset + "/permissions").json().path(1);
        assertThat(granted.path("granted_by").asInt()).as("the inviter lets in").isEqualTo(owner.id());
    }

    @Test
    void theEmailAloneGrantsNothing() {
        var friend = people.somebody("named");
        owner.client()
                .post(
                        dataset + "/invitations",
                        "{\"email\": \"%s\", \"role\": \"viewer\"}"
                                .formatted(friend.account().email()));
        assertThat(friend.client().get(dataset).status()).isEqualTo(404);
        var listed = owner.client().get(dataset + "/invitations").json().path(0);
        assertThat(listed.path("email").asString()).isEqualTo(friend.account().email());
        assertThat(listed.has("url")).as("the link is told once").isFalse();
    }

    @Test
    void aWithdrawnLinkAndOneOfADeletedDatasetLetNobodyIn() {
        var secret = invite("viewer");
        var id = owner.client()
                .get(dataset + "/invitations")
                .json()
                .path(0)
                .path("id")
                .asLong();
        assertThat(owner.client().delete(dataset + "/invitations/" + id).status())
                .isEqualTo(204);
        assertThat(owner.client().delete(dataset + "/invitations/" + id).status())
                .isEqualTo(404);
        assertThat(accept(people.somebody("late"), secret).status()).isEqualTo(404);
        var other = invite("viewer");
        owner.client().delete(dataset);
        assertThat(accept(people.somebody("late"), other).status()).isEqualTo(404);
    }

    @Test
    void aLinkLastsNoLongerThanItsInvitersRightToInvite() {
        var secret = invite("viewer");
        var heir = people.somebody("heir");
        give(owner, heir);
        assertThat(accept(people.somebody("late"), secret).status()).isEqualTo(404);
        give(heir, owner);
        assertThat(accept(people.somebody("friend"), secret).status())
                .as("nothing was used up, and the inviter owns it again")
                .isEqualTo(200);
        var last = invite("viewer");
        server.catalog().accounts().set(owner.account().id(), Account.State.DISABLED, new Actor.Itself());
        assertThat(accept(people.somebody("late"), last).status()).isEqualTo(404);
        server.catalog().accounts().remove(owner.account().id(), heir.account().id(), new Actor.Itself());
        assertThat(accept(people.somebody("late"), last).status()).isEqualTo(404);
    }

    private void give(People.Person from, People.Person to) {
        assertThat(from.client()
                        .put(dataset, "{\"owner_id\": %d}".formatted(to.id()))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aLinkIsGoodForAWeek() {
        var secret = invite("viewer");
        server.database()
                .database()
                .sql("update invitations set expires_at = expires_at - interval '7 days'")
                .update();
        assertThat(accept(people.somebody("late"), secret).status()).isEqualTo(404);
        assertThat(owner.client().get(dataset + "/invitations").json())
                .as("it is shown as what it is")
                .hasSize(1);
    }

    @Test
    void nobodyLosesAHigherRoleByALink() {
        var friend = people.somebody("editor");
        accept(friend, invite("editor"));
        assertThat(accept(friend, invite("viewer")).json().path("role").asString())
                .isEqualTo("editor");
        assertThat(accept(owner, invite("viewer")).json().path("role").asString())
                .isEqualTo("owner");
    }

    @Test
    void whatIsNoInvitationIsRefused() {
        assertThat(owner.client()
                        .post(dataset + "/invitations", "{\"email\": \"x\", \"role\": \"viewer\"}")
                        .code())
                .isEqualTo("field_invalid");
        assertThat(owner.client()
                        .post(dataset + "/invitations", "{\"email\": \"a@b\", \"role\": \"owner\"}")
                        .code())
                .isEqualTo("field_invalid");
        assertThat(accept(owner, "gtg_guess").status()).isEqualTo(404);
    }

    @Test
    void whereAccountsAreForTheInvitedALinkMakesOneAndIsStillGood() {
        try (var closed = RunningServer.with(Map.of("GOTGAN_REGISTRATION", "invite"))) {
            var owner = new People(closed).somebody("owner");
            var dataset = dataset(owner);
            var secret = secret(owner.client()
                    .post(dataset + "/invitations", "{\"email\": \"new@example.com\", \"role\": \"viewer\"}"));
            assertThat(register(closed, "a@example.com", "null").code()).isEqualTo("registration_closed");
            assertThat(register(closed, "a@example.com", "\"gtg_guess\"").code())
                    .isEqualTo("registration_closed");
            assertThat(register(closed, "new@example.com", '"' + secret + '"').status())
                    .isEqualTo(201);
            var guest = Client.signedIn(closed, "new@example.com", "a long password");
            assertThat(guest.get(dataset).status()).isEqualTo(404);
            assertThat(guest.post("/api/v1/invitations/accept", "{\"token\": \"%s\"}".formatted(secret))
                            .status())
                    .isEqualTo(200);
            assertThat(guest.get(dataset).status()).isEqualTo(200);
            assertThat(register(closed, "b@example.com", '"' + secret + '"').code())
                    .isEqualTo("registration_closed");
        }
    }

    private static Answer register(RunningServer server, String email, String invitation) {
        return Client.browser(server).post("/api/v1/auth/register", """
                {"email": "%s", "password": "a long password", "invitation": %s}""".formatted(email, invitation));
    }

    private String invite(String role) {
        var body = "{\"email\": \"friend@example.com\", \"role\": \"%s\"}".formatted(role);
        return secret(owner.client().post(dataset + "/invitations", body));
    }

    private static String secret(Answer made) {
        assertThat(made.status()).isEqualTo(201);
        return made.json().path("url").asString().replaceFirst(".*/invitation#", "");
    }

    private static Answer accept(People.Person person, String secret) {
        return person.client().post("/api/v1/invitations/accept", "{\"token\": \"%s\"}".formatted(secret));
    }

    private static String dataset(People.Person owner) {
        var made = owner.client().post("/api/v1/datasets", "{\"name\": \"shared\"}");
        return "/api/v1/datasets/" + made.json().path("id").asString();
    }
}
