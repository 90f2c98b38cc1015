package dev.gotgan.cli.http;

import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.pull.PullRefused;
import dev.gotgan.engine.pull.PullSource;
import dev.gotgan.engine.wire.BackOff;
import dev.gotgan.engine.wire.Time;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// A dataset on a server: its manifest once, then its files by short-lived links.
public final class HttpPullSource implements PullSource {
    private final Api api;
    private final String path;
    private final int jobs;
    private final Manifest manifest;

    /// Reads the manifest of `generation`, or of the head as it is now.
    public HttpPullSource(Api api, String dataset, @Nullable Long generation, int jobs) throws IOException {
        this.api = api;
        this.path = Api.dataset(dataset);
        this.jobs = jobs;
        this.manifest = read(dataset, generation);
    }

    @Override
    public Manifest manifest() {
        return manifest;
    }

    public long bytes() {
        return manifest.files().stream().mapToLong(FileEntry::size).sum();
    }

    private Manifest read(String dataset, @Nullable Long generation) throws IOException {
        var answer = api.open(path + "/manifest" + (generation == null ? "" : "?generation=" + generation));
        var files = new ArrayList<FileEntry>();
        try (var lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                var row = Api.JSON.readTree(line);
                files.add(new FileEntry(
                        LogicalPath.of(row.path("path").asString()),
                        Sha256.parse(row.path("sha256").asString()),
                        row.path("size").asLong()));
            }
        } catch (IllegalArgumentException e) {
            throw new PullRefused("manifest_invalid", "the server sent a manifest that is none: " + e.getMessage());
        }
        return new Manifest(
                dataset,
                number(answer.headers().firstValue("Gotgan-Generation").orElse("")),
                hash(answer.headers().firstValue("Gotgan-Content-Hash").orElse("")),
                files);
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new PullRefused("manifest_invalid", "the server named no generation");
        }
    }

    private static Sha256 hash(String text) {
        try {
            return Sha256.parse(text);
        } catch (IllegalArgumentException e) {
            throw new PullRefused("manifest_invalid", "the server named no content hash");
        }
    }

    @Override
    public void fetch(List<FileEntry> files, Receiver receiver) throws IOException {
        try (var transfers = new Transfers(api.url(), jobs)) {
            var backOff = new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(10), 6, RandomGenerator.getDefault());
            new FetchFiles(transfers, this::urls, jobs, backOff, Time.SYSTEM).run(files, receiver);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private Map<String, String> urls(List<FileEntry> files) {
        ObjectNode wanted = Api.JSON.createObjectNode().put("generation", manifest.generation());
        var paths = wanted.putArray("paths");
        files.forEach(file -> paths.add(file.path().value()));
        var urls = new HashMap<String, String>();
        for (var each : api.ask(path + "/download-urls", wanted).path("urls")) {
            urls.put(each.path("path").asString(), each.path("url").asString());
        }
        return urls;
    }
}
