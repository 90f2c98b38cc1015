package dev.gotgan.engine.catalog;

import dev.gotgan.engine.content.Utf8Order;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.facts.Finding;
import dev.gotgan.engine.facts.Severity;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was found in a generation, the gravest first. A dataset or generation that does not exist has no findings.
public interface FindingPages {
    /// Findings in the order of [Place], of which the place sorts behind `after` (null: from the first).
    List<Finding> page(DatasetId dataset, long generation, Wanted wanted, @Nullable Place after, int limit);

    /// How many findings of each kind a generation has, each once however often it occurs; in the order of [Place].
    List<KindCount> counts(DatasetId dataset, long generation);

    /// Which findings are asked for; null means any.
    record Wanted(@Nullable Severity severity, @Nullable String kind) {
        public static final Wanted ALL = new Wanted(null, null);

        public boolean takes(Finding finding) {
            return (severity == null || severity == finding.severity())
                    && (kind == null || kind.equals(finding.kind()));
        }
    }

    record KindCount(Severity severity, String kind, long findings) {}

    /// Where a finding stands in the order: by severity, kind, path (what concerns the whole dataset first), line, and
    /// then by what else it says.
    ///
    /// @param path     empty where the finding concerns the whole dataset
    /// @param identity of the finding, in hex
    record Place(Severity severity, String kind, String path, int line, String identity) implements Comparable<Place> {
        private static final Comparator<Place> ORDER = Comparator.comparing(Place::severity)
                .thenComparing(Place::kind)
                .thenComparing(Place::path, Utf8Order.COMPARATOR)
                .thenComparingInt(Place::line)
                .thenComparing(Place::identity);

        public static Place of(Finding finding) {
            var path = finding.path() == null ? "" : finding.path();
            return new Place(
                    finding.severity(),
                    finding.kind(),
                    path,
                    finding.line(),
                    finding.identity().hex());
        }

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }
}
