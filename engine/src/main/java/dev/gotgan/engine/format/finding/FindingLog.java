package dev.gotgan.engine.format.finding;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Collects the findings of one content: of each kind the first twenty one by one, the rest as a count on the last.
public final class FindingLog {
    private static final int EACH = 20;

    private final List<ContentFinding> findings = new ArrayList<>(0);
    private final Map<FindingKind, Integer> last = new EnumMap<>(FindingKind.class);
    private final Map<FindingKind, Integer> seen = new EnumMap<>(FindingKind.class);

    public void add(FindingKind kind) {
        add(kind, 0, null, null);
    }

    public void add(FindingKind kind, int line, @Nullable String value) {
        add(kind, line, null, value);
    }

    public void add(FindingKind kind, int line, @Nullable String pointer, @Nullable String value) {
        add(new ContentFinding(kind, line, pointer, value, 1));
    }

    public void add(ContentFinding finding) {
        var kind = finding.kind();
        if (seen.merge(kind, 1, Integer::sum) <= EACH) {
            last.put(kind, findings.size());
            findings.add(finding);
        } else {
            findings.set(index(kind), more(findings.get(index(kind)), finding.count()));
        }
    }

    public List<ContentFinding> findings() {
        return findings;
    }

    private int index(FindingKind kind) {
        return last.getOrDefault(kind, 0);
    }

    private static ContentFinding more(ContentFinding f, long times) {
        return new ContentFinding(f.kind(), f.line(), f.pointer(), f.value(), f.count() + times);
    }
}
