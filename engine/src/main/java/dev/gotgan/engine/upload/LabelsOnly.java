package dev.gotgan.engine.upload;

import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.facts.Format;
import dev.gotgan.engine.format.LabelPaths;
import dev.gotgan.engine.upload.source.UploadRefused;
import dev.gotgan.engine.upload.survey.Survey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;

/// The rule of labels-only uploads: images are untouched, and one file that is no label refuses the whole
/// request.
public final class LabelsOnly {
    private LabelsOnly() {}

    /// Which paths are label files of this dataset; none when the upload is an ordinary one.
    ///
    /// @throws UploadRefused naming every offending path
    static Predicate<LogicalPath> check(UploadRequest request, Survey survey) {
        var paths = survey.files().stream().map(FileEntry::path).toList();
        return check(request.mode(), request.format(), paths, new HashSet<>(survey.images())::contains);
    }

    /// The same, of `paths` of which `image` tells those that hold a picture.
    public static Predicate<LogicalPath> check(
            UploadMode mode, Format format, List<LogicalPath> paths, Predicate<LogicalPath> image) {
        if (!mode.labelsOnly()) {
            return path -> false;
        }
        if (!LabelPaths.areFiles(format)) {
            throw new UploadRefused(
                    "labels_only_unsupported",
                    "In an imagefolder dataset the folder is the label: move the images instead.",
                    List.of());
        }
        var offences = new ArrayList<UploadRefused.Offence>();
        for (var path : paths) {
            if (image.test(path) && !LabelPaths.isMask(format, path)) {
                offences.add(new UploadRefused.Offence(path.value(), "an image"));
            } else if (!LabelPaths.isLabel(format, path)) {
                offences.add(
                        new UploadRefused.Offence(path.value(), "no label file of a " + format.wire() + " dataset"));
            }
        }
        if (!offences.isEmpty()) {
            throw new UploadRefused(
                    "labels_only_violation",
                    "%d of %d files are no labels; nothing was changed. Send label files only, or upload without labels_only."
                            .formatted(offences.size(), paths.size()),
                    offences);
        }
        return path -> LabelPaths.isLabel(format, path);
    }
}
