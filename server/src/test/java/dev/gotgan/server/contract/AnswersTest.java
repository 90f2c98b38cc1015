package dev.gotgan.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.server.running.Answer;
import dev.gotgan.server.running.Client;
import dev.gotgan.server.running.Form;
import dev.gotgan.server.running.People;
import dev.gotgan.server.running.RunningServer;
import dev.gotgan.server.running.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One story in which every success that the API file describes is answered once; the client holds each answer to
/// the file.
class AnswersTest {
    private static final String DATASETS = "/api/v1/datasets";

    @TempDir
    private Path roots;

    @Test
    void everySuccessInTheFileWasAnsweredAsTheFileSays() throws IOException {
        Files.createDirectories(roots.resolve("set/cat"));
        Files.write(roots.resolve("set/cat/a.png"), Samples.png(4, 4));
        Files.writeString(roots.resolve("set/cat/broken.png"), "no picture");
        try (var server =
                RunningServer.with(Map.of("GOTGAN_REGISTRATION", "open", "GOTGAN_ANALYZE_ROOTS", roots.toString()))) {
            var people = new People(server);
            operations(Client.of(server), people.admin().client());
            signIn(server);
            accounts(people.admin().client());
            analyze(people.somebody("mina").client());
            datasets(people.somebody("mina"), people.somebody("jun"));
            server.settle();
        }
        var described = ApiFile.read().operations().stream()
                .flatMap(each -> each.successes().stream().map(status -> each.route() + " " + status))
                .collect(Collectors.toSet());
        assertThat(Contract.of().seen()).containsAll(described);
    }

    private static void direct(Client owner, String dataset) {
        ok(owner.post("/api/v1/uploads/preview", DirectCalls.NAMES));
        ok(owner.post(DATASETS + "/" + dataset + "/uploads/preview", DirectCalls.NAMES));
        var aborted = DirectCalls.open(owner, dataset);
        ok(owner.get(aborted));
        is(204, owner.delete(aborted));
        var upload = DirectCalls.open(owner, dataset);
        ok(DirectCalls.put(owner, DirectCalls.link(owner, upload)));
        ok(owner.send("POST", upload + "/seal", null));
        ok(owner.get(upload.substring(0, upload.lastIndexOf('/'))));
        ok(owner.post(upload + "/preview", "{}"));
        ok(owner.post(upload + "/commit", "{}"));
    }

    private static void operations(Client anybody, Client admin) {
        ok(anybody.get("/healthz"));
        ok(anybody.get("/api/v1/openapi.yaml"));
        is(302, anybody.get("/swagger-ui"));
        is(302, anybody.get("/swagger-ui.html"));
        ok(anybody.get("/swagger-ui/index.html"));
        ok(admin.get("/actuator/prometheus"));
        is(202, admin.post("/api/v1/store/doctor", "{}"));
        ok(admin.get("/api/v1/store/doctor"));
    }

    private static void signIn(RunningServer server) {
        var browser = Client.browser(server);
        is(201, browser.post("/api/v1/auth/register", """
                {"email": "new@example.com", "password": "a long password"}"""));
        ok(browser.login("new@example.com", "a long password"));
        browser.withCsrf();
        var token = browser.post("/api/v1/auth/tokens", "{\"name\": \"laptop\", \"expires_in_days\": 1}");
        is(201, token);
        ok(Client.withToken(server, token.json().path("token").asString()).get("/api/v1/auth/me"));
        ok(browser.get("/api/v1/auth/tokens"));
        is(204, browser.delete("/api/v1/auth/tokens/" + token.json().path("id")));
        is(204, browser.send("POST", "/api/v1/auth/logout", null));
    }

    private static void accounts(Client admin) {
        ok(admin.get("/api/v1/users?limit=1"));
        var made = admin.post("/api/v1/users", "{\"email\": \"made@example.com\", \"is_admin\": true}");
        is(201, made);
        ok(admin.put("/api/v1/users/" + made.json().path("id"), "{\"disabled\": true}"));
        is(204, admin.delete("/api/v1/users/" + made.json().path("id")));
        ok(admin.get("/api/v1/audit?limit=5"));
    }

    private void analyze(Client somebody) {
        ok(somebody.post(DATASETS + "/analyze", "{\"path\": \"%s\"}".formatted(roots.resolve("set"))));
    }

    private static void datasets(People.Person owner, People.Person friend) {
        var me = owner.client();
        var empty = me.post(DATASETS, "{\"name\": \"empty\", \"description\": \"none\", \"tags\": [\"a\"]}");
        is(201, empty);
        var made = me.upload(DATASETS + "/upload", Samples.yolo().field("name", "cats and dogs"));
        is(201, made);
        var dataset = DATASETS + "/" + made.json().path("dataset_id").asString();
        ok(me.get(dataset));
        ok(me.get(dataset + "/problems"));
        ok(me.get(dataset + "/images?totals=true&limit=1"));
        ok(me.get(dataset + "/statistics"));
        var thumbnail = me.get(dataset + "/thumbnail?path=images/val/b.png&size=128");
        ok(thumbnail);
        me.header("If-None-Match", thumbnail.header("ETag"));
        is(304, me.get(dataset + "/thumbnail?path=images/val/b.png&size=128"));
        me.header("If-None-Match", null);
        ok(me.get(DATASETS + "/available?totals=true&limit=1&sort=largest"));
        ok(me.put(dataset, "{\"description\": null, \"tags\": [\"pets\"]}"));
        var labels = new Form().field("labels_only", "true").file("labels/train/a.txt", "1 0.5 0.5 0.5 0.5\n");
        ok(me.upload(dataset + "/upload", labels));
        files(me, dataset);
        direct(me, made.json().path("dataset_id").asString());
        sharing(me, dataset, friend);
        var deleted = me.delete(dataset);
        ok(deleted);
        ok(me.get(DATASETS + "/trash"));
        ok(me.post(dataset + "/restore", "{}"));
        var gone = me.delete(DATASETS + "/" + empty.json().path("id").asString() + "?storage=true");
        ok(gone);
        ok(me.get("/api/v1/tasks/" + gone.json().path("task_id").asString()));
        me.header("Prefer", "respond-async");
        is(202, me.upload(dataset + "/upload", new Form().file("README.md", "cats")));
        is(202, me.upload(DATASETS + "/upload", Samples.yolo().field("name", "later")));
    }

    private static void files(Client me, String dataset) {
        ok(me.get(dataset + "/files?limit=2&prefix=images"));
        ok(me.get(dataset + "/file?path=data.yaml"));
        me.header("Range", "bytes=0-3");
        is(206, me.get(dataset + "/file?path=data.yaml"));
        var links = me.header("Range", null).post(dataset + "/download-urls", "{\"paths\": [\"data.yaml\"]}");
        ok(links);
        var url = links.json().at("/urls/0/url").asString().replaceFirst("^http://[^/]*", "");
        var etag = me.get(url);
        ok(etag);
        is(206, me.header("Range", "bytes=-2").get(url));
        me.header("Range", null).header("If-None-Match", etag.header("ETag"));
        is(304, me.get(url));
        is(304, me.get(dataset + "/file?path=data.yaml"));
        me.header("If-None-Match", null);
        ok(me.get(dataset + "/manifest"));
        ok(me.send("DELETE", dataset + "/files", "{\"paths\": [\"labels/val/b.txt\"]}"));
        ok(me.get(dataset + "/history"));
    }

    private static void sharing(Client me, String dataset, People.Person friend) {
        var role = "{\"user_id\": %d, \"role\": \"%s\"}";
        is(201, me.post(dataset + "/permissions", role.formatted(friend.id(), "viewer")));
        is(200, me.post(dataset + "/permissions", role.formatted(friend.id(), "editor")));
        ok(me.get(dataset + "/permissions"));
        is(204, me.delete(dataset + "/permissions/" + friend.id()));
        var invitation = "{\"email\": \"%s\", \"role\": \"viewer\"}"
                .formatted(friend.account().email());
        var invited = me.post(dataset + "/invitations", invitation);
        is(201, invited);
        var withdrawn = me.post(dataset + "/invitations", invitation);
        is(204, me.delete(dataset + "/invitations/" + withdrawn.json().path("id")));
        ok(me.get(dataset + "/invitations"));
        var secret = invited.json().path("url").asString().replaceFirst(".*#", "");
        ok(friend.client().post("/api/v1/invitations/accept", "{\"token\": \"%s\"}".formatted(secret)));
        teams(me, friend);
    }

    private static void teams(Client me, People.Person friend) {
        var made = me.post("/api/v1/organizations", "{\"name\": \"team\"}");
        is(201, made);
        var members = "/api/v1/organizations/" + made.json().path("id") + "/members";
        is(
                201,
                me.post(
                        members,
                        "{\"email\": \"%s\"}".formatted(friend.account().email())));
        ok(me.get(members));
        ok(me.get("/api/v1/organizations"));
        is(204, me.delete(members + "/" + friend.id()));
    }

    private static void ok(Answer answer) {
        is(200, answer);
    }

    private static void is(int status, Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    }
}
