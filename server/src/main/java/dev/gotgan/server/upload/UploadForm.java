package dev.gotgan.server.upload;

import dev.gotgan.engine.archive.Archive;
import dev.gotgan.engine.archive.ArchiveLimits;
import dev.gotgan.engine.archive.open.OpenArchive;
import dev.gotgan.engine.upload.source.ArchiveSource;
import dev.gotgan.engine.upload.source.FilesSource;
import dev.gotgan.engine.upload.source.SpooledFile;
import dev.gotgan.engine.upload.source.UploadSource;
import dev.gotgan.server.upload.spool.Arrived;
import dev.gotgan.server.upload.spool.Limits;
import dev.gotgan.server.upload.spool.ReceivedUpload;
import dev.gotgan.server.web.live.UploadProgress;
import dev.gotgan.server.web.problem.Code;
import dev.gotgan.server.web.problem.Refused;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// What a form brought, opened: one archive, or the files of the form.
///
/// @param archive null where files came one by one
record UploadForm(
        ReceivedUpload received,
        UploadSource source,
        @Nullable Archive archive,
        UploadProgress progress) implements AutoCloseable {
    static UploadForm of(ReceivedUpload received, Limits limits, UploadProgress progress) throws IOException {
        if (received.archives().size() > 1
                || (!received.archives().isEmpty() && !received.files().isEmpty())) {
            throw new Refused(Code.FIELD_INVALID, "Send one archive as 'file', or any number of files as 'files'.");
        }
        if (received.archives().isEmpty()) {
            var prefix = received.findField("prefix").map(UploadForm::folder).orElse("");
            var files = received.files().stream()
                    .map(file -> spooled(prefix + file.name(), file))
                    .toList();
            return new UploadForm(received, new CountedSource(new FilesSource(files), progress), null, progress);
        }
        var sent = received.archives().getFirst();
        var archive = OpenArchive.of(sent.spool(), ArchiveLimits.upTo(limits.most()));
        return new UploadForm(received, new CountedSource(new ArchiveSource(archive), progress), archive, progress);
    }

    private static SpooledFile spooled(String name, Arrived file) {
        return new SpooledFile(name, file.spool(), file.offset(), file.size());
    }

    private static String folder(String prefix) {
        return prefix.endsWith("/") ? prefix : prefix + "/";
    }

    /// The name of the archive without its ending; empty where none was sent.
    String archiveName() {
        return received.archives().isEmpty()
                ? ""
                : received.archives().getFirst().name().replaceFirst("(?i)\\.(zip|tar|tar\\.gz|tgz)$", "");
    }

    @Override
    public void close() throws IOException {
        if (archive != null) {
            archive.close();
        }
    }
}
