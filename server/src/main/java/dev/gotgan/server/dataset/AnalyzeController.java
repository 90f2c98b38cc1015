package dev.gotgan.server.dataset;

import dev.gotgan.engine.facts.AnalysisHint;
import dev.gotgan.engine.facts.Format;
import dev.gotgan.engine.format.AnalysisJson;
import dev.gotgan.engine.format.finding.FindingText;
import dev.gotgan.engine.format.folder.AnalyzeFolder;
import dev.gotgan.server.web.Requires;
import dev.gotgan.server.web.Rule;
import dev.gotgan.server.web.config.Settings;
import dev.gotgan.server.web.problem.Code;
import dev.gotgan.server.web.problem.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Says what a folder on the server is, if it lies below a root that was opened for this.
@RestController
final class AnalyzeController {
    private final Settings.Analyze settings;

    AnalyzeController(Settings.Analyze settings) {
        this.settings = settings;
    }

    record Wanted(@Nullable String path, @Nullable Format formatHint) {}

    @PostMapping("/api/v1/datasets/analyze")
    @Requires(value = Rule.LOGGED_IN, effect = Requires.Effect.READS)
    ResponseEntity<String> analyze(@RequestBody Wanted wanted, Locale locale) throws IOException {
        if (settings.roots().isEmpty()) {
            throw new Refused(
                    Code.ANALYZE_DISABLED, "No folder of this server may be looked into (GOTGAN_ANALYZE_ROOTS).");
        }
        var found = new AnalyzeFolder().of(folder(wanted.path()), new AnalysisHint(wanted.formatHint(), null, null));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(AnalysisJson.of(found.analysis(), "local", FindingText.in(locale)));
    }

    /// Outside, missing and unreadable are answered alike, so that nobody maps our disk by asking.
    private Path folder(@Nullable String path) {
        try {
            var real = Path.of(path == null ? "" : path).toRealPath();
            for (var root : settings.roots()) {
                if (real.startsWith(root.toRealPath()) && Files.isDirectory(real) && Files.isReadable(real)) {
                    return real;
                }
            }
        } catch (IOException | InvalidPathException e) {
            throw nothing();
        }
        throw nothing();
    }

    private static Refused nothing() {
        return new Refused(Code.PATH_NOT_FOUND, "There is no such folder below the folders that may be looked into.");
    }
}
