package dev.gotgan.server.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.Role;
import dev.gotgan.engine.people.Organizations.Position;
import dev.gotgan.server.running.Client;
import dev.gotgan.server.running.Form;
import dev.gotgan.server.running.People;
import dev.gotgan.server.running.RunningServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What is told, and to whom, through real sockets.
class EventsTest {
    private static final String DATASETS = "/api/v1/datasets";

    private final RunningServer server = RunningServer.shared();
    private final People people = new People(server);
    private final List<Ear> ears = new ArrayList<>();

    @AfterEach
    void everybodyLeaves() {
        ears.forEach(Ear::close);
    }

    @Test
    void anUploadOfFiveHundredFilesIsToldAsItRises() {
        var owner = people.somebody("mina");
        var ear = listens(owner);
        var form = new Form().field("name", "many");
        for (int i = 0; i < 500; i++) {
            form.file("cat/%03d.txt".formatted(i), "text " + i);
        }
        var name = UUID.randomUUID().toString();
        owner.client().header("Gotgan-Upload", name).upload(DATASETS + "/upload", form);
        var told = ear.await(event -> event.path("message").asString().equals("committed")).stream()
                .filter(event -> event.path("upload_id").asString("").equals(name))
                .toList();
        assertThat(told.stream().filter(event -> event.path("total").asLong() == 500))
                .extracting(event -> event.path("done").asLong())
                .isSorted()
                .last()
                .isEqualTo(500L);
        assertThat(told).extracting(EventsTest::moved).isSorted();
        assertThat(told.stream().map(EventsTest::moved).distinct()).hasSizeGreaterThanOrEqualTo(10);
    }

    private static long moved(JsonNode event) {
        return event.path("done").asLong() + event.path("bytes_done").asLong();
    }

    @Test
    void aDirectUploadIsToldToTheEditorsOfItsDataset() {
        var owner = people.somebody("mina");
        var editor = people.somebody("jun");
        var dataset = created(owner.client(), "private");
        grant(dataset, editor, Role.EDITOR);
        var ear = listens(editor);
        var client = owner.client();
        var upload = client.post(DATASETS + "/" + dataset + "/uploads", "{}")
                .json()
                .path("upload_id")
                .asString();
        var address = DATASETS + "/" + dataset + "/uploads/" + upload;
        var planned = client.post(address + "/files", "[" + row("a.txt", "one") + "," + row("b.txt", "two!") + "]");
        planned.json().forEach(link -> send(client, link));
        client.post(address + "/commit", "{}");
        var told = ear.await(event -> event.path("message").asString().equals("committed"));
        assertThat(told)
                .allSatisfy(
                        event -> assertThat(event.path("dataset_id").asString()).isEqualTo(dataset));
        var last = told.getLast();
        assertThat(last.path("upload_id").asString()).isEqualTo(upload);
        assertThat(last.path("done").asLong()).isEqualTo(2);
        assertThat(last.path("total").asLong()).isEqualTo(2);
        assertThat(last.path("bytes_done").asLong()).isEqualTo(7);
        assertThat(last.path("bytes_total").asLong()).isEqualTo(7);
    }

    private static String row(String path, String text) {
        return "{\"path\": \"%s\", \"size\": %d, \"sha256\": \"%s\"}".formatted(path, text.length(), hash(text));
    }

    private static String hash(String text) {
        return Sha256.hash(text.getBytes(UTF_8)).hex();
    }

    private static void send(Client client, JsonNode link) {
        var text = link.path("path").asString().equals("a.txt") ? "one" : "two!";
        client.send("PUT", link.path("url").asString(), "application/octet-stream", BodyPublishers.ofString(text));
    }

    @Test
    void aStrangerHearsNothingOfAPrivateDataset() {
        var owner = people.somebody("mina");
        var viewer = people.somebody("jun");
        var dataset = created(owner.client(), "private");
        grant(dataset, viewer, Role.VIEWER);
        var stranger = listens(people.somebody("stranger"));
        var seeing = listens(viewer);
        changed(owner.client(), dataset);
        seeing.await("dataset.committed", dataset);
        var shown = created(owner.client(), "public");
        assertThat(stranger.await("dataset.created", shown))
                .extracting(event -> event.path("dataset_id").asString(""))
                .containsOnly(shown);
    }

    @Test
    void aRightThatIsWithdrawnEndsTheEventsOfThatDataset() {
        var owner = people.somebody("mina");
        var viewer = people.somebody("jun");
        var dataset = created(owner.client(), "private");
        grant(dataset, viewer, Role.VIEWER);
        var ear = listens(viewer);
        changed(owner.client(), dataset);
        ear.await("dataset.committed", dataset);
        owner.client().delete(DATASETS + "/" + dataset + "/permissions/" + viewer.id());
        ear.await(event -> event.path("type").asString().equals("access"));
        changed(owner.client(), dataset);
        var shown = created(owner.client(), "public");
        assertThat(ear.await("dataset.created", shown))
                .extracting(event -> event.path("dataset_id").asString(""))
                .doesNotContain(dataset);
    }

    /// The catalog is called as another server would call it: nothing in this one hears of it but by the database.
    @Test
    void whatAnotherServerDoesIsToldToo() {
        var owner = people.somebody("mina");
        var friend = people.somebody("jun");
        var dataset = created(owner.client(), "private");
        var ear = listens(friend);
        grant(dataset, friend, Role.VIEWER);
        ear.await("dataset.shared", dataset);
        var task = server.catalog().tasks().create("verify", new DatasetId(dataset), new Actor.Itself());
        server.catalog().tasks().succeed(task, "{}");
        var told = ear.await(event -> event.path("message").asString().equals("succeeded"));
        assertThat(told.getLast().path("task_id").asString()).isEqualTo(task.toString());
    }

    @Test
    void whoHadARoleHearsThatADatasetIsGoneAndNobodyElseDoes() {
        var owner = people.somebody("mina");
        var viewer = people.somebody("jun");
        var dataset = created(owner.client(), "private");
        grant(dataset, viewer, Role.VIEWER);
        var ear = listens(viewer);
        var stranger = listens(people.somebody("stranger"));
        owner.client().delete(DATASETS + "/" + dataset);
        ear.await("dataset.trashed", dataset);
        owner.client().send("POST", DATASETS + "/" + dataset + "/restore", null);
        ear.await("dataset.restored", dataset);
        owner.client().put(DATASETS + "/" + dataset, "{\"description\": \"edited\"}");
        ear.await("dataset.edited", dataset);
        owner.client().delete(DATASETS + "/" + dataset + "?storage=true");
        ear.await("dataset.deleted", dataset);
        var shown = created(owner.client(), "public");
        assertThat(stranger.await("dataset.created", shown))
                .extracting(event -> event.path("dataset_id").asString(""))
                .containsOnly(shown);
    }

    @Test
    void whoeverLosesSightOfADatasetIsToldAndWhoKeepsItIsNot() {
        var owner = people.somebody("mina");
        var viewer = people.somebody("jun");
        var dataset = created(owner.client(), "public");
        grant(dataset, viewer, Role.VIEWER);
        var passer = listens(people.somebody("passer"));
        var seeing = listens(viewer);
        edited(owner.client(), dataset, "{\"visibility\": \"private\"}");
        passer.await("dataset.hidden", dataset);
        edited(owner.client(), dataset, "{\"description\": \"still seen\"}");
        var shown = created(owner.client(), "public");
        assertThat(passer.await("dataset.created", shown))
                .as("and nothing of it after that")
                .extracting(event -> event.path("dataset_id").asString(""))
                .containsOnly(shown);
        assertThat(seeing.await("dataset.created", shown))
                .extracting(event -> event.path("type").asString())
                .contains("dataset.edited")
                .doesNotContain("dataset.hidden");
    }

    @Test
    void aTeamThatLosesADatasetAndWhoSawItGoToTheTrashAreTold() {
        var owner = people.somebody("mina");
        var member = people.somebody("jun");
        int team = server.catalog()
                .organizations()
                .create("team", owner.account().id())
                .id();
        var teams = server.catalog().organizations();
        teams.admit(team, member.account().id(), Position.MEMBER, new Actor.Itself());
        var dataset = created(owner.client(), "private");
        edited(owner.client(), dataset, "{\"visibility\": \"organization\", \"organization_id\": %d}".formatted(team));
        var ear = listens(member);
        var stranger = listens(people.somebody("stranger"));
        edited(owner.client(), dataset, "{\"visibility\": \"private\"}");
        ear.await("dataset.hidden", dataset);
        var shown = created(owner.client(), "public");
        owner.client().delete(DATASETS + "/" + shown);
        assertThat(stranger.await("dataset.hidden", shown))
                .extracting(event -> event.path("dataset_id").asString(""))
                .containsOnly(shown);
    }

    private static void edited(Client owner, String dataset, String change) {
        assertThat(owner.put(DATASETS + "/" + dataset, change).status()).isEqualTo(200);
    }

    private Ear listens(People.Person person) {
        var ear = Ear.withToken(server, people.secret(person.account()));
        ears.add(ear);
        return ear;
    }

    private static String created(Client owner, String visibility) {
        return owner.post(DATASETS, "{\"name\": \"told of\", \"visibility\": \"%s\"}".formatted(visibility))
                .json()
                .path("id")
                .asString();
    }

    private static void changed(Client owner, String dataset) {
        var text = UUID.randomUUID().toString();
        owner.upload(DATASETS + "/" + dataset + "/upload", new Form().file("cat/a.txt", text));
    }

    private void grant(String dataset, People.Person person, Role role) {
        server.catalog()
                .permissions()
                .grant(new DatasetId(dataset), person.account().id(), role, new Actor.Itself());
    }
}
