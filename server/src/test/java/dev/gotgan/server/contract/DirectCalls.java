package dev.gotgan.server.contract;

import dev.gotgan.engine.content.Sha256;
import dev.gotgan.server.contract.Calls.Call;
import dev.gotgan.server.running.Answer;
import dev.gotgan.server.running.Client;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;

/// How an upload that a client drives is called, step by step.
final class DirectCalls {
    private static final AtomicInteger COUNT = new AtomicInteger();

    static final String NAMES = "{\"files\": [{\"path\": \"cat/a.jpg\", \"size\": 1}]}";

    private final World world;

    DirectCalls(World world) {
        this.world = world;
    }

    void addTo(Map<String, Call> calls) {
        calls.put("listUploads", (caller, dataset) -> client -> client.get(uploads(dataset)));
        calls.put("foreseeDataset", (caller, none) -> client -> client.post("/api/v1/uploads/preview", NAMES));
        calls.put("foreseeFiles", (caller, dataset) -> client -> client.post(uploads(dataset) + "/preview", NAMES));
        calls.put("openUpload", (caller, dataset) -> client -> client.post(uploads(dataset), "{}"));
        calls.put("showUpload", on((client, upload) -> client.get(upload)));
        calls.put("abortUpload", on((client, upload) -> client.delete(upload)));
        calls.put("planFiles", on((client, upload) -> client.post(upload + "/files", file())));
        calls.put("sealUpload", on((client, upload) -> client.send("POST", upload + "/seal", null)));
        calls.put("previewUpload", on((client, upload) -> client.post(upload + "/preview", "{}")));
        calls.put("commitUpload", on((client, upload) -> client.post(upload + "/commit", "{}")));
        calls.put("putContent", (caller, none) -> {
            var url = link(world.admin.client(), ofTheAdmin());
            return client -> put(client, url);
        });
        calls.put("putContent:unsigned", (caller, none) -> {
            var url = link(world.admin.client(), ofTheAdmin());
            return client -> put(client, url.replaceFirst("signature=.*", "signature=x"));
        });
    }

    /// On an upload of the caller's own, where they may open one; else on the admin's.
    private Call on(BiFunction<Client, String, Answer> step) {
        return (caller, dataset) -> {
            var own = world.client(caller).post(uploads(dataset), "{}");
            var upload = own.status() == 201
                    ? uploads(dataset) + "/" + own.json().path("upload_id").asString()
                    : open(world.admin.client(), dataset);
            return client -> step.apply(client, upload);
        };
    }

    /// An upload whose address names no dataset.
    private String ofTheAdmin() {
        var made = world.admin.client().post("/api/v1/datasets", "{\"name\": \"sent to\"}");
        return open(world.admin.client(), made.json().path("id").asString());
    }

    /// Another file each time: what an upload holds, no other may plan.
    private static String file() {
        return """
                [{"path": "cat/direct-%d.txt", "size": 1, "sha256": "%s"}]""".formatted(
                        COUNT.incrementAndGet(), Sha256.hash(new byte[] {'d'}).hex());
    }

    static String open(Client client, String dataset) {
        var opened = client.post(uploads(dataset), "{}");
        return uploads(dataset) + "/" + opened.json().path("upload_id").asString();
    }

    static String link(Client client, String upload) {
        return client.post(upload + "/files", file()).json().get(0).path("url").asString();
    }

    static Answer put(Client client, String url) {
        return client.send("PUT", url, "application/octet-stream", BodyPublishers.ofString("d"));
    }

    private static String uploads(String dataset) {
        return "/api/v1/datasets/" + dataset + "/uploads";
    }
}
