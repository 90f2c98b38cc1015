package dev.gotgan.cli.push;

import dev.gotgan.cli.http.Api;
import dev.gotgan.cli.http.Multipart;
import dev.gotgan.cli.http.Problem;
import dev.gotgan.cli.http.Transfers;
import dev.gotgan.cli.screen.Output;
import dev.gotgan.cli.screen.Progress;
import dev.gotgan.engine.push.HashFiles.Hashed;
import dev.gotgan.engine.push.SendFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The walk of a push: list, hash, open (or go on), send, commit.
public final class PushFolder {
    private final Api api;
    private final Output output;
    private final Path caches = Interrupted.caches(System.getenv());

    public PushFolder(Api api, Output output) {
        this.api = api;
        this.output = output;
    }

    /// What is pushed, and how.
    ///
    /// @param to     the dataset; null: a new one, made from `create`
    /// @param create the body of its creation
    /// @param open   the body that opens the upload
    /// @param mirror what becomes of files of the dataset that the folder has not
    /// @param jobs   files at a time
    public record Order(
            Path folder, @Nullable String to, ObjectNode create, ObjectNode open, Mirror mirror, int jobs) {}

    /// What a mirroring push asks before files are removed.
    public enum Mirror {
        OFF,
        ASK,
        YES
    }

    /// Pushes the folder and returns the commit's answer. Killed anywhere and started again, it goes on where it was.
    public JsonNode run(Order order) throws IOException {
        var folder = KnownFolder.look(order.folder(), output);
        var memory = Interrupted.of(caches, api.url().toString(), order.folder(), rules(order));
        boolean anew = memory.find().isEmpty();
        var remembered = folder.remembered();
        if (anew && remembered.isPresent()) {
            var there = new AlreadyThere(api).find(order, remembered.get());
            if (there.isPresent()) {
                return there.get();
            }
        }
        var held = folder.read(order.jobs());
        if (anew && remembered.isEmpty()) {
            var there = new AlreadyThere(api).find(order, held.whole());
            if (there.isPresent()) {
                return there.get();
            }
        }
        var files = held.files();
        var begun = new BeginUpload(api, output, memory).run(order);
        try {
            if (begun.resource().isEmpty()) {
                var answer = throughTheServer(begun.dataset(), files, order);
                memory.forget();
                return answer;
            }
            var resource = begun.resource().get();
            refuse(send(order, files, resource).refused(), resource, memory);
            var body = Api.JSON.createObjectNode();
            new MirrorFolder(api, output, order.mirror()).remove(begun.dataset(), files, body.putArray("remove"));
            var answer = commit(resource, body);
            memory.forget();
            return answer;
        } catch (Problem e) {
            throw refused(e, begun, memory, order);
        }
    }

    /// What a refused push leaves behind: a new dataset only if there is something to go on with.
    private Problem refused(Problem refusal, BeginUpload.Begun begun, Interrupted memory, Order order)
            throws IOException {
        boolean ended = refusal.code().equals("upload_not_found");
        if (order.to() != null) {
            if (ended || refusal.code().equals("labels_only_violation")) {
                memory.forget();
            }
            return refusal;
        }
        if (ended) {
            memory.keep(new Interrupted.Upload(begun.dataset(), ""));
        }
        if (ended || !TakeBack.isFinal(refusal, begun)) {
            return refusal;
        }
        memory.forget();
        if (new TakeBack(api).of(begun)) {
            return refusal;
        }
        return new Problem(
                refusal.status(),
                refusal.code(),
                "%s; the new dataset %s is there still: push --to it, or remove it"
                        .formatted(refusal.getMessage(), begun.dataset()),
                refusal.errors());
    }

    /// Where an answer was lost, the commit may still be at work, and is in the way of the question what became of it:
    /// once it is done, the question has its answer.
    private JsonNode commit(String resource, JsonNode body) {
        try {
            return api.ask(resource + "/commit", body);
        } catch (Problem e) {
            if (e.code().equals("conflict") || e.code().equals("upload_not_found")) {
                return api.ask(resource + "/commit", body);
            }
            throw e;
        }
    }

    private static String rules(Order order) {
        return (order.to() == null ? "new " + order.create() : "to " + order.to()) + " " + order.open();
    }

    /// All files in one streamed request.
    private JsonNode throughTheServer(String dataset, List<Hashed> files, Order order) throws IOException {
        if (order.mirror() != Mirror.OFF) {
            throw new IOException("--mirror needs direct upload, which this server's bucket does not allow");
        }
        long bytes = files.stream().mapToLong(file -> file.entry().size()).sum();
        try (var progress = new Progress("sending", bytes)) {
            var body = new Multipart(progress::add);
            order.open()
                    .properties()
                    .forEach(
                            field -> body.field(field.getKey(), field.getValue().asString()));
            files.forEach(file -> body.file("files", file.entry().path().value(), file.file()));
            return api.post(Api.dataset(dataset) + "/upload", body.contentType(), body.body());
        }
    }

    private SendFiles.Sent send(Order order, List<Hashed> files, String resource) throws IOException {
        long bytes = files.stream().mapToLong(file -> file.entry().size()).sum();
        try (var transfers = new Transfers(api.url(), order.jobs());
                var progress = new Progress("sending", bytes)) {
            var target = new HttpPushTarget(api, transfers, resource);
            return new SendFiles(target, order.jobs()).run(files, file -> progress.add(file.size()));
        }
    }

    /// One file that can't be taken ends the push: half a folder is not what was asked for.
    private void refuse(List<SendFiles.Refusal> refused, String resource, Interrupted memory) throws IOException {
        if (refused.isEmpty()) {
            return;
        }
        api.delete(resource);
        memory.forget();
        throw new Problem(
                422,
                refused.getFirst().code(),
                "%d files can't be taken; nothing was changed".formatted(refused.size()),
                refused.stream().map(each -> each.path() + ": " + each.detail()).toList());
    }
}
