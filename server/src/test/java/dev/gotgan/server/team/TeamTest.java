package dev.gotgan.server.team;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.server.running.Answer;
import dev.gotgan.server.running.Client;
import dev.gotgan.server.running.People;
import dev.gotgan.server.running.RunningServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Organizations and their members, and what admins read of all this afterwards.
class TeamTest {
    private static final String ORGANIZATIONS = "/api/v1/organizations";

    private final RunningServer server = RunningServer.shared();
    private final People people = new People(server);
    private final People.Person founder = people.somebody("founder");
    private final People.Person friend = people.somebody("friend");

    @Test
    void whoIsInATeamSeesItsDatasetsUntilTheyAreOut() {
        var members = team();
        var dataset = shared(members);
        assertThat(friend.client().get(dataset).status()).isEqualTo(404);
        assertThat(admit(founder.client(), members, friend, "member").status()).isEqualTo(201);
        assertThat(friend.client().get(dataset).status()).isEqualTo(200);
        assertThat(emails(founder.client().get(members)))
                .containsExactly(founder.account().email(), friend.account().email());
        assertThat(founder.client().delete(members + "/" + friend.id()).status())
                .isEqualTo(204);
        assertThat(friend.client().get(dataset).status()).isEqualTo(404);
        assertThat(friend.client().get(members).status()).isEqualTo(404);
    }

    @Test
    void onlyAdminsSayWhoIsInAndEverybodyMayLeave() {
        var members = team();
        var other = people.somebody("other");
        admit(founder.client(), members, friend, "member");
        assertThat(admit(friend.client(), members, other, "member").code()).isEqualTo("forbidden");
        assertThat(friend.client().delete(members + "/" + founder.id()).code()).isEqualTo("forbidden");
        assertThat(admit(founder.client(), members, friend, "admin")
                        .json()
                        .path("role")
                        .asString())
                .isEqualTo("admin");
        assertThat(admit(friend.client(), members, other, "member").status()).isEqualTo(201);
        assertThat(other.client().delete(members + "/" + other.id()).status()).isEqualTo(204);
        assertThat(other.client().delete(members + "/" + other.id()).status()).isEqualTo(404);
    }

    @Test
    void oneSeesOnesOwnTeamsAndAnAdminSeesAll() {
        var members = team();
        var id = members.replaceAll("\\D", " ").strip().replaceAll(".* ", "");
        assertThat(ids(founder.client())).containsExactly(id);
        assertThat(ids(friend.client())).isEmpty();
        assertThat(ids(people.admin().client())).contains(id);
        assertThat(people.admin().client().get(members).status()).isEqualTo(200);
    }

    private static List<String> ids(Client who) {
        var ids = new ArrayList<String>();
        who.get(ORGANIZATIONS).json().forEach(team -> ids.add(team.path("id").asString()));
        return ids;
    }

    @Test
    void aTeamKeepsAnAdmin() {
        var members = team();
        admit(founder.client(), members, friend, "member");
        assertThat(founder.client().delete(members + "/" + founder.id()).code()).isEqualTo("last_admin");
        assertThat(admit(founder.client(), members, founder, "member").code()).isEqualTo("last_admin");
        admit(founder.client(), members, friend, "admin");
        assertThat(founder.client().delete(members + "/" + founder.id()).status())
                .isEqualTo(204);
    }

    @Test
    void whatMakesNoTeamIsRefused() {
        var members = team();
        assertThat(founder.client().post(ORGANIZATIONS, "{\"name\": \" \"}").code())
                .isEqualTo("field_invalid");
        assertThat(founder.client()
                        .post(members, "{\"email\": \"nobody@example.com\"}")
                        .code())
                .isEqualTo("user_unknown");
        assertThat(admit(founder.client(), members, friend, "owner").code()).isEqualTo("field_invalid");
        assertThat(founder.client().get(ORGANIZATIONS + "/999999/members").status())
                .isEqualTo(404);
    }

    @Test
    void everyChangeOfRightsIsInTheAudit() {
        var members = team();
        admit(founder.client(), members, friend, "member");
        founder.client().delete(members + "/" + friend.id());
        var dataset = shared(members);
        founder.client()
                .post(dataset + "/permissions", "{\"user_id\": %d, \"role\": \"editor\"}".formatted(friend.id()));
        founder.client().delete(dataset + "/permissions/" + friend.id());
        assertThat(founder.client().put(dataset, "{\"visibility\": \"public\"}").status())
                .isEqualTo(200);
        assertThat(founder.client()
                        .put(dataset, "{\"owner_id\": %d, \"organization_id\": null}".formatted(friend.id()))
                        .status())
                .isEqualTo(200);
        var done = new ArrayList<String>();
        people.admin().client().get("/api/v1/audit?limit=200").json().forEach(entry -> {
            if (entry.path("user_id").asInt() == founder.id()) {
                assertThat(entry.path("email").asString())
                        .isEqualTo(founder.account().email());
                done.add(entry.path("action").asString());
            }
        });
        assertThat(done.reversed())
                .containsSubsequence(
                        "organization.create",
                        "member.admit",
                        "member.dismiss",
                        "dataset.create",
                        "permission.grant",
                        "permission.revoke",
                        "dataset.update",
                        "dataset.update");
    }

    @Test
    void theAuditGoesOnWhereThePageEnded() {
        team();
        var admin = people.admin().client();
        var first = admin.get("/api/v1/audit?limit=2");
        var next = admin.get(first.header("Link").replaceAll(".*<(.*)>.*", "$1"));
        assertThat(next.json().path(0).path("id").asLong())
                .isLessThan(first.json().path(1).path("id").asLong());
    }

    /// The address of its members.
    private String team() {
        var made = founder.client().post(ORGANIZATIONS, "{\"name\": \"team\"}");
        assertThat(made.json().path("role").asString()).isEqualTo("admin");
        return ORGANIZATIONS + "/" + made.json().path("id") + "/members";
    }

    private String shared(String members) {
        var made = founder.client().post("/api/v1/datasets", "{\"name\": \"ours\"}");
        var dataset = "/api/v1/datasets/" + made.json().path("id").asString();
        var team = members.replaceAll(".*/(\\d+)/members", "$1");
        var change = "{\"visibility\": \"organization\", \"organization_id\": %s}".formatted(team);
        assertThat(founder.client().put(dataset, change).status()).isEqualTo(200);
        return dataset;
    }

    private static Answer admit(Client by, String members, People.Person whom, String role) {
        return by.post(
                members,
                "{\"email\": \"%s\", \"role\": \"%s\"}".formatted(whom.account().email(), role));
    }

    private static List<String> emails(Answer members) {
        var emails = new ArrayList<String>();
        members.json().forEach(member -> emails.add(member.path("email").asString()));
        return emails;
    }
}
