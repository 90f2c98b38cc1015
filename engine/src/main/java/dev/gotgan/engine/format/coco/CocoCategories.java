package dev.gotgan.engine.format.coco;

import dev.gotgan.engine.format.coco.CocoSummary.Category;
import dev.gotgan.engine.format.finding.FindingKind;
import dev.gotgan.engine.format.finding.FindingLog;
import dev.gotgan.engine.format.label.JsonId;
import dev.gotgan.engine.format.label.LongTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The categories of one COCO file while it is read. Like images, they may be used before they are listed.
final class CocoCategories {
    private final FindingLog log;
    private final LongTable places = new LongTable();
    private final List<Met> met = new ArrayList<>();
    private int listed;

    CocoCategories(FindingLog log) {
        this.log = log;
    }

    private static final class Met {
        final String id;

        @Nullable
        Category category;

        int place;
        int firstUse = -1;

        Met(String id) {
            this.id = id;
        }
    }

    /// A stand-in for the category with this id: its place in the order of meeting.
    int use(JsonId id, int annotation) {
        int index = met(id);
        var category = met.get(index);
        category.firstUse = category.firstUse < 0 ? annotation : category.firstUse;
        return index;
    }

    void list(JsonId id, String name, boolean keypoints, int index) {
        var entry = met.get(met(id));
        if (entry.category != null) {
            log.add(FindingKind.ID_REPEATED, 0, "/categories/%d/id".formatted(index), id.text());
            return;
        }
        entry.category = new Category(id.text(), name, keypoints);
        entry.place = listed++;
    }

    /// The listed ones in the file's order; logs those that are used but not listed.
    List<Category> finish() {
        for (var each : met) {
            if (each.category == null) {
                log.add(FindingKind.CLASS_UNKNOWN, 0, "/annotations/%d/category_id".formatted(each.firstUse), each.id);
            }
        }
        return met.stream()
                .filter(each -> each.category != null)
                .sorted(Comparator.comparingInt(each -> each.place))
                .map(each -> Objects.requireNonNull(each.category))
                .toList();
    }

    /// The place in the list for each stand-in; -1 for one that is not listed.
    int[] placesOfStandIns() {
        return met.stream()
                .mapToInt(each -> each.category == null ? -1 : each.place)
                .toArray();
    }

    private int met(JsonId id) {
        int index = places.get(id.key());
        if (index == LongTable.ABSENT) {
            index = met.size();
            met.add(new Met(id.text()));
            places.put(id.key(), index);
        }
        return index;
    }
}
