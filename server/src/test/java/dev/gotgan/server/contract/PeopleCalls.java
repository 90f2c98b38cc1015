package dev.gotgan.server.contract;

import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.Role;
import dev.gotgan.engine.people.Organizations.Position;
import dev.gotgan.server.contract.Calls.Call;
import dev.gotgan.server.running.People;
import dev.gotgan.server.web.signin.Secrets;
import java.util.Map;

/// How teams, the audit and invitations are called.
final class PeopleCalls {
    private static final String DATASETS = "/api/v1/datasets/";

    private final World world;
    private final String members;

    PeopleCalls(World world) {
        this.world = world;
        this.members = "/api/v1/organizations/" + world.organization + "/members";
    }

    void addTo(Map<String, Call> calls) {
        calls.put("listOrganizations", (caller, none) -> client -> client.get("/api/v1/organizations"));
        calls.put(
                "createOrganization",
                (caller, none) -> client -> client.post("/api/v1/organizations", "{\"name\": \"another\"}"));
        calls.put("listMembers", (caller, none) -> client -> client.get(members));
        calls.put(
                "addMember",
                (caller, none) -> client -> client.post(
                        members,
                        "{\"email\": \"%s\"}".formatted(world.admin.account().email())));
        calls.put("dismissMember", (caller, none) -> {
            world.server
                    .catalog()
                    .organizations()
                    .admit(world.organization, world.admin.account().id(), Position.MEMBER, new Actor.Itself());
            return client -> client.delete(members + "/" + world.admin.id());
        });
        calls.put("listAudit", (caller, none) -> client -> client.get("/api/v1/audit"));
        calls.put("deleteUser", (caller, none) -> {
            int leaving = new People(world.server).somebody("leaving").id();
            return client -> client.delete("/api/v1/users/" + leaving);
        });
        invitations(calls);
    }

    private void invitations(Map<String, Call> calls) {
        calls.put("listInvitations", (caller, dataset) -> client -> client.get(DATASETS + dataset + "/invitations"));
        calls.put(
                "createInvitation",
                (caller, dataset) -> client -> client.post(DATASETS + dataset + "/invitations", """
                {"email": "friend@example.com", "role": "viewer"}"""));
        calls.put("withdrawInvitation", (caller, dataset) -> {
            long made = invite(new DatasetId(dataset), Secrets.token());
            return client -> client.delete(DATASETS + dataset + "/invitations/" + made);
        });
        calls.put("acceptInvitation", (caller, none) -> {
            var made = world.admin.client().post("/api/v1/datasets", "{\"name\": \"for friends\"}");
            var secret = Secrets.token();
            invite(new DatasetId(made.json().path("id").asString()), secret);
            return client -> client.post("/api/v1/invitations/accept", "{\"token\": \"%s\"}".formatted(secret));
        });
    }

    private long invite(DatasetId dataset, String secret) {
        return world.server
                .catalog()
                .invitations()
                .create(
                        dataset,
                        "friend@example.com",
                        Role.VIEWER,
                        Secrets.hash(secret),
                        world.admin.account().actor())
                .id();
    }
}
