package dev.gotgan.cli.push;

import dev.gotgan.cli.http.Api;
import dev.gotgan.cli.http.Transfers;
import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.push.HashFiles.Hashed;
import dev.gotgan.engine.push.PushTarget;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// An open upload over HTTP.
final class HttpPushTarget implements PushTarget {
    private final Api api;
    private final Transfers transfers;
    private final String upload;

    /// @param upload the path of its resource
    HttpPushTarget(Api api, Transfers transfers, String upload) {
        this.api = api;
        this.transfers = transfers;
        this.upload = upload;
    }

    private record Link(String url, Map<String, String> headers) {}

    @Override
    public List<Answer> plan(List<Hashed> files) {
        var rows = Api.JSON.createArrayNode();
        for (var file : files) {
            var entry = file.entry();
            var row = rows.addObject()
                    .put("path", entry.path().value())
                    .put("size", entry.size())
                    .put("sha256", entry.sha256().hex());
            if (file.md5() != null) {
                row.put("md5", file.md5().hex());
            }
        }
        var answers = new ArrayList<Answer>();
        api.ask(upload + "/files", rows).forEach(row -> answers.add(answer(row)));
        return answers;
    }

    private static Answer answer(JsonNode row) {
        return switch (row.path("status").asString()) {
            case "present" -> new Answer.Present();
            case "upload" -> {
                var headers = new LinkedHashMap<String, String>();
                row.path("headers")
                        .properties()
                        .forEach(header ->
                                headers.put(header.getKey(), header.getValue().asString()));
                yield new Answer.Send(new Link(row.path("url").asString(), headers));
            }
            default ->
                new Answer.Refused(
                        row.path("refused").path("code").asString("refused"),
                        row.path("refused").path("detail").asString("the server refuses it"));
        };
    }

    @Override
    public void send(Answer.Send to, FileEntry entry, Path file) throws IOException {
        if (!(to.link() instanceof Link link)) {
            throw new IllegalArgumentException("a link of another target");
        }
        var refusal = transfers.put(link.url(), link.headers(), entry, file);
        if (refusal.isPresent()) {
            throw new NotTaken(refusal.get());
        }
    }

    @Override
    public Missing missing() {
        return missing(api, upload);
    }

    static Missing missing(Api api, String upload) {
        var answer = api.ask(upload + "/seal", Api.JSON.createObjectNode());
        var paths = new ArrayList<LogicalPath>();
        answer.path("paths").forEach(path -> paths.add(LogicalPath.of(path.asString())));
        return new Missing(answer.path("missing").asLong(), paths);
    }
}
