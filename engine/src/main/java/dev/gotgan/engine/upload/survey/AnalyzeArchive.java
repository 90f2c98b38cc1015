package dev.gotgan.engine.upload.survey;

import dev.gotgan.engine.analysis.FileBudget;
import dev.gotgan.engine.analysis.Workroom;
import dev.gotgan.engine.archive.ArchiveLimits;
import dev.gotgan.engine.archive.open.OpenArchive;
import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.facts.AnalysisHint;
import dev.gotgan.engine.format.AnalyzeTree;
import dev.gotgan.engine.format.FolderAnalysis;
import dev.gotgan.engine.upload.source.ArchiveSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Says what an archive on this machine would be as a new dataset: pass 1 of an upload, and nothing behind it. It is
/// never unpacked to disk.
public final class AnalyzeArchive {
    private AnalyzeArchive() {}

    /// Analyses `archive`.
    ///
    /// @throws dev.gotgan.engine.archive.ArchiveRefused as the upload would be
    public static FolderAnalysis of(Path archive, ArchiveLimits limits, AnalysisHint hint) throws IOException {
        var spool = Files.createTempDirectory("gotgan-analyze-");
        try (var opened = OpenArchive.of(archive, limits);
                var survey = new SurveyUpload(new Workroom(spool, FileBudget.ofHeap()))
                        .of(new ArchiveSource(opened), ShapeRule.WITHOUT_WRAPPING_FOLDER)) {
            var files = survey.files();
            long bytes = files.stream().mapToLong(FileEntry::size).sum();
            var analysis = new AnalyzeTree().of(files, survey.facts(), hint);
            return new FolderAnalysis(files.size(), bytes, analysis, survey.warnings(), List.of());
        } finally {
            Files.delete(spool);
        }
    }
}
