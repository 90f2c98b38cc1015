package dev.gotgan.server.contract;

import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.Role;
import dev.gotgan.engine.dataset.UserId;
import dev.gotgan.engine.people.ApiToken;
import dev.gotgan.engine.people.Organizations;
import dev.gotgan.server.running.Client;
import dev.gotgan.server.running.Form;
import dev.gotgan.server.running.People;
import dev.gotgan.server.running.RunningServer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/// The people of the rights table, and datasets of each kind.
final class World {
    final RunningServer server;
    final People.Person stranger;
    final People.Person viewer;
    final People.Person editor;
    final People.Person owner;
    final People.Person member;
    final People.Person admin;
    private final Client readOnly;
    final int organization;

    World(RunningServer server) {
        var people = new People(server);
        this.server = server;
        this.stranger = people.somebody("stranger");
        this.viewer = people.somebody("viewer");
        this.editor = people.somebody("editor");
        this.owner = people.somebody("owner");
        this.member = people.somebody("member");
        this.admin = people.admin();
        this.readOnly = people.program(owner.account(), ApiToken.Scope.READ_ONLY);
        var teams = server.catalog().organizations();
        this.organization = teams.create("team", owner.account().id()).id();
        teams.admit(organization, member.account().id(), Organizations.Position.MEMBER, new Actor.Itself());
    }

    /// Which person calls; the anonymous one is a browser with its CSRF token, so that nothing but the right is
    /// missing, and the read-only token is the owner's.
    Client client(String caller) {
        return switch (caller) {
            case "anonymous" -> Client.browser(server);
            case "read_only" -> readOnly;
            default -> person(caller).client();
        };
    }

    People.Person person(String caller) {
        return switch (caller) {
            case "stranger", "anonymous" -> stranger;
            case "viewer" -> viewer;
            case "editor" -> editor;
            case "owner", "read_only" -> owner;
            case "member" -> member;
            case "admin" -> admin;
            default -> throw new AssertionError("nobody is called " + caller);
        };
    }

    /// A dataset with two files, a viewer and an editor. A private one belongs to the team, too, which must not
    /// help its members; `ownerless` is private, `platform` public, and neither is anybody's.
    DatasetId dataset(String kind) {
        var form = new Form().file("cat/a.txt", "a").file("cat/b.txt", "b").field("name", kind);
        var made = owner.client().upload("/api/v1/datasets/upload", form);
        var id = new DatasetId(made.json().path("dataset_id").asString());
        server.database()
                .database()
                .sql("""
                update datasets
                   set visibility = :visibility, owner_id = :owner, organization_id = :organization
                 where id = :id
                """)
                .param("visibility", visibility(kind))
                .param("owner", kind.equals("ownerless") || kind.equals("platform") ? null : owner.id())
                .param("organization", kind.equals("private") || kind.equals("organization") ? organization : null)
                .param("id", id.value())
                .update();
        grant(id, viewer, Role.VIEWER);
        grant(id, editor, Role.EDITOR);
        server.settle();
        return id;
    }

    /// Takes every trace of a dataset away, so that no work in the background is about it any more.
    void forget(DatasetId dataset) {
        for (var column : datasetColumns().entrySet()) {
            server.database()
                    .database()
                    .sql("delete from " + column.getKey() + " where " + column.getValue() + " = :dataset")
                    .param("dataset", dataset.value())
                    .update();
        }
    }

    UUID task(DatasetId dataset) {
        var tasks = server.catalog().tasks();
        var task = tasks.create("delete", dataset, owner.account().actor());
        tasks.succeed(task, "{\"objects\":0,\"bytes\":0}");
        return task.value();
    }

    private void grant(DatasetId dataset, People.Person person, Role role) {
        var id = new UserId(person.id());
        server.catalog().permissions().grant(dataset, id, role, new Actor.Itself());
    }

    private static String visibility(String kind) {
        return switch (kind) {
            case "public", "platform" -> "public";
            case "organization" -> "organization";
            default -> "private";
        };
    }

    private Map<String, String> datasetColumns() {
        var columns = new LinkedHashMap<String, String>();
        server.database().database().sql("""
                select table_name, column_name
                  from information_schema.columns
                 where table_schema = 'public' and column_name in ('dataset', 'dataset_id')
                    or table_name = 'datasets' and column_name = 'id'
                 order by table_name = 'datasets'
                """).query(row -> {
            columns.put(row.getString("table_name"), row.getString("column_name"));
        });
        return columns;
    }
}
