package dev.gotgan.server.upload.direct;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.engine.content.Sha256;
import dev.gotgan.server.running.Answer;
import dev.gotgan.server.running.Client;
import dev.gotgan.server.running.RunningServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DirectUploadTest {
    private static RunningServer server;
    private Client owner;
    private String dataset;

    @BeforeAll
    static void start() {
        server = RunningServer.shared();
    }

    @BeforeEach
    void begin() {
        owner = Client.signedIn(server, RunningServer.ADMIN, RunningServer.PASSWORD);
        dataset = owner.post("/api/v1/datasets", "{\"name\": \"Direct\"}")
                .json()
                .path("id")
                .asString();
    }

    private String uploads() {
        return "/api/v1/datasets/" + dataset + "/uploads";
    }

    private String open(String body) {
        var answer = owner.post(uploads(), body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("upload_id").asString();
    }

    private Answer plan(String upload, String... pathsAndTexts) {
        var rows = Stream.iterate(0, i -> i < pathsAndTexts.length, i -> i + 2)
                .map(i -> "{\"path\": \"%s\", \"size\": %d, \"sha256\": \"%s\"}"
                        .formatted(
                                pathsAndTexts[i],
                                pathsAndTexts[i + 1].getBytes(UTF_8).length,
                                Sha256.hash(pathsAndTexts[i + 1].getBytes(UTF_8))
                                        .hex()))
                .collect(Collectors.joining(",", "[", "]"));
        return owner.post(uploads() + "/" + upload + "/files", rows);
    }

    /// As a program that knows nothing but the answer to its plan.
    private Answer put(JsonNode planned, String text) {
        return Client.of(server)
                .send(
                        planned.path("method").asString(),
                        planned.path("url").asString(),
                        "application/octet-stream",
                        BodyPublishers.ofString(text));
    }

    private Answer commit(String upload, String body) {
        return owner.post(uploads() + "/" + upload + "/commit", body);
    }

    @Test
    void filesAreSentToTheirLinksAndCommitted() {
        var upload = open("{\"message\": \"first\"}");
        var planned = plan(upload, "labels/고양이.txt", "0 0.5 0.5 0.1 0.1", "notes.txt", "hello")
                .json();
        assertThat(put(planned.get(0), "0 0.5 0.5 0.1 0.1").status()).isEqualTo(200);
        assertThat(put(planned.get(1), "hello").status()).isEqualTo(200);
        var done = commit(upload, "{}");
        assertThat(done.status()).as(done.text()).isEqualTo(200);
        assertThat(done.json().path("added").asInt()).isEqualTo(2);
        assertThat(owner.get("/api/v1/datasets/" + dataset + "/file?path=notes.txt")
                        .text())
                .isEqualTo("hello");
        var history = owner.get("/api/v1/datasets/" + dataset + "/history").json();
        assertThat(history.get(0).path("message").asString()).isEqualTo("first");
        assertThat(commit(upload, "{}").json()).as("asked again").isEqualTo(done.json());
    }

    @Test
    void anOpenUploadIsListedUntilItEnds() {
        var upload = open("{}");
        plan(upload, "a.txt", "12345");
        var listed = owner.get(uploads()).json();
        assertThat(listed).hasSize(1);
        assertThat(listed.get(0).path("upload_id").asString()).isEqualTo(upload);
        assertThat(listed.get(0).path("bytes").asInt()).isEqualTo(5);
        assertThat(owner.get(uploads() + "/" + upload).json()).isEqualTo(listed.get(0));
        assertThat(owner.delete(uploads() + "/" + upload).status()).isEqualTo(204);
        assertThat(owner.get(uploads()).json()).isEmpty();
        assertProblem(owner.get(uploads() + "/" + upload), 404, "upload_not_found");
        assertProblem(commit(upload, "{}"), 404, "upload_not_found");
    }

    @Test
    void whoCannotReachTheStoreSendsByWayOfTheServer() {
        var upload = open("{}");
        var row = "[{\"path\": \"a.txt\", \"size\": 5, \"sha256\": \"%s\"}]"
                .formatted(Sha256.hash("right".getBytes(UTF_8)).hex());
        var files = uploads() + "/" + upload + "/files";
        assertProblem(owner.post(files + "?via=pigeon", row), 400, "invalid_parameter");
        var planned = owner.post(files + "?via=server", row).json().get(0);
        assertThat(planned.path("url").asString()).startsWith("/api/v1/uploads/" + upload + "/content?");
        assertThat(put(planned, "right").status()).isEqualTo(200);
        assertThat(commit(upload, "{}").status()).isEqualTo(200);
    }

    @Test
    void otherBytesThanThosePlannedAreRefused() {
        var planned = plan(open("{}"), "a.txt", "right").json().get(0);
        assertProblem(put(planned, "wrong"), 400, "hash_mismatch");
        assertProblem(put(planned, "longer"), 400, "header_invalid");
        assertThat(put(planned, "right").status()).isEqualTo(200);
        assertProblem(put(planned, "right"), 412, "precondition_failed");
    }

    @Test
    void aLinkThatWasChangedOrIsOldOpensNothing() {
        var planned = plan(open("{}"), "a.txt", "right").json().get(0);
        var url = planned.path("url").asString();
        var other = url.replace("a.txt", "b.txt");
        assertThat(other).isNotEqualTo(url);
        for (var forged : new String[] {other, url.replaceAll("expires=\\d+", "expires=99999999999")}) {
            var answer =
                    Client.of(server).send("PUT", forged, "application/octet-stream", BodyPublishers.ofString("right"));
            assertProblem(answer, 403, "link_invalid");
        }
        server.clock().turn(Duration.ofMinutes(16));
        assertProblem(put(planned, "right"), 403, "link_invalid");
    }

    @Test
    void whatIsSentAfterTheEndOfItsUploadIsNotTaken() {
        var upload = open("{}");
        var planned = plan(upload, "a.txt", "right").json().get(0);
        owner.delete(uploads() + "/" + upload);
        assertProblem(put(planned, "right"), 403, "link_invalid");
        assertThat(server.store().list("datasets/" + dataset + "/a", null, 10)).isEmpty();
    }

    @Test
    void aCommitTooEarlyTellsWhatIsMissing() {
        var upload = open("{}");
        var planned = plan(upload, "a.txt", "one", "b.txt", "two").json();
        put(planned.get(0), "one");
        var refused = commit(upload, "{}");
        assertProblem(refused, 409, "files_missing");
        assertThat(refused.json().path("errors").get(0).path("path").asString()).isEqualTo("b.txt");
        var missing = owner.post(uploads() + "/" + upload + "/seal", "{}").json();
        assertThat(missing.path("paths").get(0).asString()).isEqualTo("b.txt");
        assertThat(plan(upload, "a.txt", "one").json().get(0).path("status").asString())
                .isEqualTo("present");
        put(planned.get(1), "two");
        assertThat(commit(upload, "{}").status()).isEqualTo(200);
    }

    @Test
    void aPathThatAnotherUploadHoldsNamesItsHolder() {
        var upload = open("{}");
        plan(upload, "folder/a.txt", "one");
        var refused = plan(open("{}"), "folder", "two");
        assertProblem(refused, 409, "path_reserved_by_upload");
        assertThat(refused.json().path("upload_id").asString()).isEqualTo(upload);
        assertThat(refused.json().path("expires_at").asString()).isNotEmpty();
    }

    @Test
    void rowsAreRefusedOneByOne() {
        var rows = plan(open("{}"), "../up.txt", "x", "a.txt", "one").json();
        assertThat(rows.get(0).path("refused").path("code").asString()).isEqualTo("path_traversal");
        assertThat(rows.get(1).path("status").asString()).isEqualTo("upload");
    }

    @Test
    void nonsenseIsRefused() {
        var upload = open("{}");
        assertProblem(owner.post(uploads() + "/" + upload + "/files", "[]"), 400, "invalid_parameter");
        assertProblem(owner.post(uploads() + "/" + upload + "/files", "[{\"path\": \"a\"}]"), 422, "field_invalid");
        assertProblem(owner.post(uploads(), "{\"mode\": \"replace\"}"), 400, "invalid_parameter");
        assertProblem(owner.post(uploads(), "{\"colour\": 1}"), 422, "field_unknown");
        assertProblem(owner.get(uploads() + "/no-such"), 404, "upload_not_found");
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.json().path("code").asString()).isEqualTo(code);
    }
}
