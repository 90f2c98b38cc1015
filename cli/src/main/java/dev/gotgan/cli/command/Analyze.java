package dev.gotgan.cli.command;

import dev.gotgan.cli.http.Api;
import dev.gotgan.cli.report.AnalyzeReport;
import dev.gotgan.cli.screen.Language;
import dev.gotgan.cli.screen.NameNote;
import dev.gotgan.cli.screen.Output;
import dev.gotgan.engine.archive.ArchiveLimits;
import dev.gotgan.engine.content.door.PathDoor;
import dev.gotgan.engine.facts.AnalysisHint;
import dev.gotgan.engine.facts.Format;
import dev.gotgan.engine.format.AnalysisJson;
import dev.gotgan.engine.format.FolderAnalysis;
import dev.gotgan.engine.format.finding.FindingText;
import dev.gotgan.engine.format.folder.AnalyzeFolder;
import dev.gotgan.engine.upload.survey.AnalyzeArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Looks at a folder or an archive on this machine.
@Command(
        name = "analyze",
        description = "Say what a folder or an archive is: format, classes, splits, counts, and what is wrong in it.")
public final class Analyze implements Callable<Integer> {
    /// What a server takes in unless it was told otherwise.
    private static final long MOST = 20L << 30;

    @Mixin
    private Output output;

    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "DIR|ARCHIVE")
    private Path source;

    @Option(
            names = "--format-hint",
            paramLabel = "FORMAT",
            description = "imagefolder, yolo, coco or pascal_voc: read it so.")
    private @Nullable String format;

    @Option(
            names = "--lang",
            paramLabel = "LANG",
            description = "en or ko: the language of what is found. Usual: that of LC_ALL, LC_MESSAGES or LANG.")
    private @Nullable String language;

    @Override
    public Integer call() throws IOException {
        var found = Files.isRegularFile(source)
                ? AnalyzeArchive.of(source, ArchiveLimits.upTo(MOST), hint())
                : new AnalyzeFolder().of(source, hint());
        var locale = Language.of(language, System.getenv());
        if (output.json()) {
            output.print(json(found, FindingText.in(locale)));
        } else {
            new AnalyzeReport(output.out(), locale).print(found.analysis());
            found.warnings().forEach(this::print);
            found.refused()
                    .forEach(
                            name -> output.out().printf("refused %s: %s: %s%n", name.code(), name.shown(), name.why()));
        }
        return 0;
    }

    /// What the server answers, and what it would say of the names.
    private static JsonNode json(FolderAnalysis found, FindingText text) {
        var json = (ObjectNode) Api.JSON.readTree(AnalysisJson.of(found.analysis(), "local", text));
        var warnings = json.putArray("warnings");
        for (var warning : found.warnings()) {
            var row = warnings.addObject();
            row.put("code", warning.code()).put("count", warning.count()).put("detail", warning.why());
            warning.examples().forEach(row.putArray("examples")::add);
        }
        var refused = json.putArray("refused");
        for (var name : found.refused()) {
            refused.addObject()
                    .put("code", name.code())
                    .put("path", name.shown())
                    .put("detail", name.why());
        }
        return json;
    }

    private void print(PathDoor.Notice warning) {
        new NameNote(warning.code(), warning.count(), warning.examples().getFirst(), warning.why()).print(output.out());
    }

    private AnalysisHint hint() {
        if (format == null) {
            return AnalysisHint.NONE;
        }
        var wanted = Format.find(format)
                .orElseThrow(() -> new ParameterException(command.commandLine(), "no format: " + format));
        return new AnalysisHint(wanted, null, null);
    }
}
