package dev.gotgan.server.upload;

import dev.gotgan.engine.catalog.DatasetRecord;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.content.door.PathDoor;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.facts.Format;
import dev.gotgan.engine.facts.TaskType;
import dev.gotgan.engine.upload.Uploaded;
import java.util.List;

/// What an upload did, and what exactly the generation is that it made.
public record UploadedView(
        DatasetId datasetId,
        String status,
        long added,
        long changed,
        long unchanged,
        long removed,
        long numImages,
        int numClasses,
        Format format,
        TaskType taskType,
        Sha256 contentHash,
        int version,
        long generation,
        List<WarningView> warnings) {
    /// A kind of remark, how many files it is about, and some of them.
    public record WarningView(String code, long count, List<String> examples, String detail) {
        /// Of what is to be said of some names.
        public static WarningView of(PathDoor.Notice notice) {
            return new WarningView(notice.code(), notice.count(), notice.examples(), notice.why());
        }
    }

    /// Of an upload.
    ///
    /// @param present the record, for an upload that changed nothing
    public static UploadedView of(Uploaded uploaded, DatasetRecord present) {
        var head = uploaded.head();
        var found = uploaded.found();
        var facts = present.facts();
        return new UploadedView(
                head.dataset(),
                "uploaded",
                uploaded.added(),
                uploaded.changed(),
                uploaded.unchanged(),
                uploaded.removed(),
                found.map(now -> now.images()).orElse(facts.images()),
                found.map(now -> now.classes().size()).orElse(facts.classNames().size()),
                found.map(now -> now.format()).orElse(facts.format()),
                found.map(now -> now.taskType()).orElse(facts.taskType()),
                head.contentHash(),
                head.version(),
                head.generation(),
                uploaded.warnings().stream().map(WarningView::of).toList());
    }
}
