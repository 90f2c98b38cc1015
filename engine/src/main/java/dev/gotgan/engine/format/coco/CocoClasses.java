package dev.gotgan.engine.format.coco;

import dev.gotgan.engine.format.coco.json.CocoSummary.Category;
import dev.gotgan.engine.format.finding.DatasetFindings;
import dev.gotgan.engine.format.finding.FindingKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The one class list of several COCO files: categories by name, in the order of the first file that lists them.
final class CocoClasses {
    private final DatasetFindings findings;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, String> nameOfId = new HashMap<>();
    private final Set<String> conflicts = new HashSet<>();
    private final Set<String> twins = new HashSet<>();
    private final List<String> names = new ArrayList<>();

    CocoClasses(DatasetFindings findings) {
        this.findings = findings;
    }

    /// For each category of one file, its place in the common list.
    int[] add(List<Category> categories) {
        reportTwins(categories);
        return categories.stream().mapToInt(this::place).toArray();
    }

    /// Two ids of one name in one file count as one class.
    private void reportTwins(List<Category> categories) {
        var seen = new HashSet<String>();
        for (var each : categories) {
            if (!each.name().isEmpty() && !seen.add(each.name()) && twins.add(each.name())) {
                findings.addOfDataset(FindingKind.CLASS_REPEATED, each.name(), 1);
            }
        }
    }

    private int place(Category category) {
        var name = category.name().isEmpty() ? category.id() : category.name();
        var other = nameOfId.putIfAbsent(category.id(), name);
        if (other != null && !other.equals(name) && conflicts.add(category.id())) {
            findings.addOfDataset(FindingKind.CLASS_ID_CONFLICT, "%s: %s, %s".formatted(category.id(), other, name), 1);
        }
        return places.computeIfAbsent(name, added -> {
            names.add(added);
            return names.size() - 1;
        });
    }

    List<String> names() {
        return names;
    }
}
