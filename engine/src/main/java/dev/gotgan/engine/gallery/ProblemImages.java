package dev.gotgan.engine.gallery;

import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.facts.Finding;
import dev.gotgan.engine.facts.ImageRow;
import dev.gotgan.engine.facts.Severity;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Which images have an error or a warning: about the picture, or about a label file that speaks of it alone. What is
/// wrong with a file that labels many is no reason to doubt each of them.
public final class ProblemImages {
    private final Set<String> paths = new HashSet<>();

    public ProblemImages(Collection<Finding> findings) {
        for (var finding : findings) {
            if (finding.path() != null && finding.severity() != Severity.INFO) {
                paths.add(finding.path());
            }
        }
    }

    public boolean has(ImageRow row) {
        return places(row).stream().anyMatch(place -> paths.contains(place.value()));
    }

    /// The files about which a finding is one about this image.
    public static List<LogicalPath> places(ImageRow row) {
        var label = row.label();
        return label == null || !row.labelRef().isEmpty() ? List.of(row.path()) : List.of(row.path(), label);
    }
}
