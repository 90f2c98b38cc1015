package dev.gotgan.engine.upload;

import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.format.LabelPaths;
import dev.gotgan.engine.upload.source.UploadRefused;
import dev.gotgan.engine.upload.survey.Survey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.function.Predicate;

/// The rule of labels-only uploads: images are untouched, and one file that is no label refuses the whole
/// request.
final class LabelsOnly {
    private LabelsOnly() {}

    /// Which paths are label files of this dataset; none when the upload is an ordinary one.
    ///
    /// @throws UploadRefused naming every offending path
    static Predicate<LogicalPath> check(UploadRequest request, Survey survey) {
        if (!request.mode().labelsOnly()) {
            return path -> false;
        }
        if (!LabelPaths.areFiles(request.format())) {
            throw new UploadRefused(
                    "labels_only_unsupported",
                    "In an imagefolder dataset the folder is the label: move the images instead.",
                    java.util.List.of());
        }
        var images = new HashSet<>(survey.images());
        var offences = new ArrayList<UploadRefused.Offence>();
        for (var file : survey.files()) {
            if (images.contains(file.path()) && !LabelPaths.isMask(request.format(), file.path())) {
                offences.add(new UploadRefused.Offence(file.path().value(), "an image"));
            } else if (!LabelPaths.isLabel(request.format(), file.path())) {
                offences.add(new UploadRefused.Offence(
                        file.path().value(),
                        "no label file of a " + request.format().wire() + " dataset"));
            }
        }
        if (!offences.isEmpty()) {
            throw new UploadRefused(
                    "labels_only_violation",
                    "%d of %d files are no labels; nothing was changed. Send label files only, or upload without labels_only."
                            .formatted(offences.size(), survey.files().size()),
                    offences);
        }
        return path -> LabelPaths.isLabel(request.format(), path);
    }
}
