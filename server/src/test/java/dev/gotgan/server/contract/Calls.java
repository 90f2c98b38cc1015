package dev.gotgan.server.contract;

import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.people.ApiToken;
import dev.gotgan.engine.people.Tokens;
import dev.gotgan.server.running.Answer;
import dev.gotgan.server.running.Client;
import dev.gotgan.server.running.Form;
import dev.gotgan.server.running.RunningServer;
import dev.gotgan.server.web.signin.Secrets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/// How each operation is called, well-formed, so that nothing but the caller's right decides.
final class Calls {
    private static final String DATASETS = "/api/v1/datasets";

    private final World world;
    private final Path folder;
    private final AtomicInteger count = new AtomicInteger();
    private final Map<String, Call> calls = new LinkedHashMap<>();

    /// One request: what it needs is made first, then it is sent.
    interface Call {
        Function<Client, Answer> ready(String caller, String dataset);
    }

    Calls(World world, Path folder) {
        this.world = world;
        this.folder = folder;
        signIn();
        people();
        datasets();
        oneDataset();
        files();
        new DirectCalls(world).addTo(calls);
        sharing();
        new PeopleCalls(world).addTo(calls);
        operations();
    }

    Map<String, Call> all() {
        return calls;
    }

    private void signIn() {
        calls.put("login", (caller, dataset) -> client -> client.login(RunningServer.ADMIN, RunningServer.PASSWORD));
        calls.put("logout", (caller, dataset) -> client -> client.send("POST", "/api/v1/auth/logout", null));
        get("showMe", "/api/v1/auth/me");
        calls.put(
                "register",
                (caller, dataset) ->
                        client -> client.post("/api/v1/auth/register", """
                {"email": "r%d@example.com", "password": "long enough"}""".formatted(count.incrementAndGet())));
        get("listTokens", "/api/v1/auth/tokens");
        post("createToken", "/api/v1/auth/tokens", "{\"name\": \"another\"}");
        calls.put("revokeToken", (caller, dataset) -> {
            long token = token(caller);
            return client -> client.delete("/api/v1/auth/tokens/" + token);
        });
        calls.put("revokeToken:others", (caller, dataset) -> {
            long token = token(caller.equals("viewer") ? "editor" : "viewer");
            return client -> client.delete("/api/v1/auth/tokens/" + token);
        });
    }

    private long token(String caller) {
        var person = world.person(caller).account().id();
        var wanted = new Tokens.NewToken(person, "to go", ApiToken.Scope.READ_WRITE, null);
        return world.server
                .catalog()
                .tokens()
                .create(wanted, Secrets.hash(Secrets.token()))
                .id();
    }

    private void people() {
        get("listUsers", "/api/v1/users");
        calls.put(
                "createUser",
                (caller, dataset) -> client -> client.post("/api/v1/users", """
                {"email": "u%d@example.com"}""".formatted(count.incrementAndGet())));
        calls.put(
                "changeUser",
                (caller, dataset) ->
                        client -> client.put("/api/v1/users/" + world.stranger.id(), "{\"name\": \"renamed\"}"));
    }

    private void datasets() {
        get("listDatasets", DATASETS + "/available");
        get("listTrash", DATASETS + "/trash");
        post("createDataset", DATASETS, "{\"name\": \"new\"}");
        calls.put(
                "createDataset:id",
                (caller, dataset) -> client -> client.post(
                        DATASETS, "{\"name\": \"new\", \"id\": \"chosen-%d\"}".formatted(count.incrementAndGet())));
        post("analyzeFolder", DATASETS + "/analyze", "{\"path\": \"%s\"}".formatted(folder));
        upload("uploadDataset", "/upload", () -> oneFile().field("name", "new"));
        upload(
                "uploadDataset:platform",
                "/upload",
                () -> oneFile().field("name", "new").field("platform", "true"));
    }

    private void oneDataset() {
        get("showDataset", DATASETS + "/{id}");
        put("changeDataset", "{\"description\": \"other words\"}");
        put("changeDataset:visibility", "{\"visibility\": \"private\"}");
        put("changeDataset:owner", "{\"owner_id\": %d}".formatted(world.member.id()));
        put("changeDataset:platform", "{\"tags\": [\"platform-sample\"]}");
        delete("deleteDataset", DATASETS + "/{id}");
        delete("deleteDataset:storage", DATASETS + "/{id}?storage=true");
        calls.put(
                "restoreDataset",
                (caller, dataset) -> client -> client.send("POST", DATASETS + "/" + dataset + "/restore", null));
        get("listenToEvents", "/api/v1/events"); // without an upgrade: 426 says that the gate let it through
        get("listHistory", DATASETS + "/{id}/history");
        calls.put("showTask", (caller, dataset) -> {
            var task = world.task(new DatasetId(dataset));
            return client -> client.get("/api/v1/tasks/" + task);
        });
    }

    private void files() {
        upload("uploadFiles", "/{id}/upload", Calls::oneFile);
        get("listProblems", DATASETS + "/{id}/problems");
        get("listImages", DATASETS + "/{id}/images");
        get("showStatistics", DATASETS + "/{id}/statistics");
        get("readThumbnail", DATASETS + "/{id}/thumbnail?path=cat/a.txt"); // text: 422 says that it was looked at
        get("listFiles", DATASETS + "/{id}/files");
        calls.put(
                "deleteFiles",
                (caller, dataset) -> client ->
                        client.send("DELETE", DATASETS + "/" + dataset + "/files", "{\"paths\": [\"cat/a.txt\"]}"));
        get("readFile", DATASETS + "/{id}/file?path=cat/a.txt");
        get("readManifest", DATASETS + "/{id}/manifest");
        post("createDownloadUrls", DATASETS + "/{id}/download-urls", "{\"paths\": [\"cat/a.txt\"]}");
        calls.put("readContent", (caller, dataset) -> {
            var link = link(dataset);
            return client -> client.get(link);
        });
        calls.put("readContent:unsigned", (caller, dataset) -> {
            var link = link(dataset).replaceFirst("signature=.*", "signature=x");
            return client -> client.get(link);
        });
    }

    private String link(String dataset) {
        return world.admin
                .client()
                .post(DATASETS + "/" + dataset + "/download-urls", "{\"paths\": [\"cat/a.txt\"]}")
                .json()
                .at("/urls/0/url")
                .asString()
                .replaceFirst("^http://[^/]*", "");
    }

    private void sharing() {
        get("listPermissions", DATASETS + "/{id}/permissions");
        post(
                "grantPermission",
                DATASETS + "/{id}/permissions",
                "{\"user_id\": %d, \"role\": \"viewer\"}".formatted(world.stranger.id()));
        delete("revokePermission", DATASETS + "/{id}/permissions/" + world.viewer.id());
        calls.put(
                "revokePermission:self",
                (caller, dataset) -> client -> client.delete(DATASETS + "/" + dataset + "/permissions/"
                        + world.person(caller).id()));
    }

    private void operations() {
        get("readDescription", "/api/v1/openapi.yaml");
        get("openSwagger", "/swagger-ui");
        get("openSwaggerPage", "/swagger-ui.html");
        get("readSwaggerAsset", "/swagger-ui/start.js");
        get("showStoreReport", "/api/v1/store/doctor");
        calls.put("examineStore", (caller, dataset) -> client -> client.post("/api/v1/store/doctor", "{}"));
        get("readFigures", "/actuator/prometheus");
        get("showHealth", "/healthz");
    }

    private static Form oneFile() {
        return new Form().file("cat/c.txt", "c");
    }

    private void get(String call, String path) {
        calls.put(call, (caller, dataset) -> client -> client.get(path.replace("{id}", dataset)));
    }

    private void delete(String call, String path) {
        calls.put(call, (caller, dataset) -> client -> client.delete(path.replace("{id}", dataset)));
    }

    private void post(String call, String path, String json) {
        calls.put(call, (caller, dataset) -> client -> client.post(path.replace("{id}", dataset), json));
    }

    private void put(String call, String json) {
        calls.put(call, (caller, dataset) -> client -> client.put(DATASETS + "/" + dataset, json));
    }

    private void upload(String call, String path, Supplier<Form> form) {
        calls.put(
                call,
                (caller, dataset) -> client -> client.upload(DATASETS + path.replace("{id}", dataset), form.get()));
    }
}
