package dev.gotgan.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.server.running.People;
import dev.gotgan.server.running.RunningServer;
import org.junit.jupiter.api.Test;

/// `DELETE /users/{id}`: people go, what they made stays.
class RemoveUserTest {
    private static final String USERS = "/api/v1/users/";

    private final People people = new People(RunningServer.shared());
    private final People.Person admin = people.admin();
    private final People.Person leaving = people.somebody("leaving");
    private final People.Person heir = people.somebody("heir");

    @Test
    void datasetsNeedANewOwnerAndGetOneWithTheTrash() {
        var live = dataset();
        var trashed = dataset();
        leaving.client().delete(trashed);
        assertThat(admin.client().delete(USERS + leaving.id()).code()).isEqualTo("owns_datasets");
        assertThat(leaving.client().get(live).status())
                .as("nothing was changed")
                .isEqualTo(200);
        assertThat(admin.client()
                        .delete(USERS + leaving.id() + "?new_owner=" + heir.id())
                        .status())
                .isEqualTo(204);
        assertThat(heir.client().get(live).json().path("role").asString()).isEqualTo("owner");
        assertThat(heir.client().post(trashed + "/restore", "{}").status()).isEqualTo(200);
        assertThat(leaving.client().get(live).status()).as("the token is gone").isEqualTo(401);
        assertThat(admin.client().delete(USERS + leaving.id()).status()).isEqualTo(404);
    }

    @Test
    void aDatasetForATeamThatTheHeirIsNotInBecomesPrivate() {
        var team = leaving.client()
                .post("/api/v1/organizations", "{\"name\": \"team\"}")
                .json()
                .path("id");
        var dataset = dataset();
        leaving.client().put(dataset, "{\"visibility\": \"organization\", \"organization_id\": %s}".formatted(team));
        admin.client().delete(USERS + leaving.id() + "?new_owner=" + heir.id());
        assertThat(heir.client().get(dataset).json().path("visibility").asString())
                .isEqualTo("private");
    }

    @Test
    void theOnlyAdminOfATeamGoesOnceSomebodyElseMayChangeIt() {
        var team = leaving.client()
                .post("/api/v1/organizations", "{\"name\": \"Vision\"}")
                .json()
                .path("id")
                .asString();
        var members = "/api/v1/organizations/" + team + "/members";
        var member = "{\"email\": \"%s\", \"role\": \"%s\"}";
        leaving.client().post(members, member.formatted(heir.account().email(), "member"));
        var refused = admin.client().delete(USERS + leaving.id());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("only_team_admin");
        assertThat(refused.json().path("detail").asString()).contains("Vision");
        assertThat(leaving.client().get(members).status())
                .as("nothing was changed")
                .isEqualTo(200);
        admin.client().post(members, member.formatted(heir.account().email(), "admin"));
        assertThat(admin.client().delete(USERS + leaving.id()).status()).isEqualTo(204);
        assertThat(heir.client().get(members).json()).hasSize(1);
    }

    @Test
    void nobodyRemovesThemselfNorLeavesDatasetsToNobody() {
        dataset();
        assertThat(admin.client().delete(USERS + admin.id()).code()).isEqualTo("last_admin");
        assertThat(admin.client()
                        .delete(USERS + leaving.id() + "?new_owner=999999")
                        .code())
                .isEqualTo("user_unknown");
        assertThat(admin.client()
                        .delete(USERS + leaving.id() + "?new_owner=" + leaving.id())
                        .code())
                .isEqualTo("user_unknown");
        assertThat(admin.client().delete(USERS + "999999").status()).isEqualTo(404);
    }

    private String dataset() {
        var made = leaving.client().post("/api/v1/datasets", "{\"name\": \"mine\"}");
        return "/api/v1/datasets/" + made.json().path("id").asString();
    }
}
