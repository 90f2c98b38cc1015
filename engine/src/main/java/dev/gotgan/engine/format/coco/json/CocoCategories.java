package dev.gotgan.engine.format.coco.json;

import dev.gotgan.engine.format.coco.json.CocoSummary.Category;
import dev.gotgan.engine.format.finding.ContentFinding;
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
        final JsonId id;

        @Nullable
        Category category;

        int place;
        String firstUse = "";
        long uses;

        Met(JsonId id) {
            this.id = id;
        }
    }

    /// A stand-in for the category with this id: its place in the order of meeting.
    int use(JsonId id, ListPlace place) {
        int index = met(id);
        var category = met.get(index);
        if (category.uses++ == 0) {
            category.firstUse = place.pointer("/category_id");
        }
        return index;
    }

    /// A stand-in for a category that an annotation spells instead of pointing to it.
    int useName(String name, ListPlace place) {
        var id = JsonId.of(name);
        int index = met(id);
        if (met.get(index).category == null) {
            list(id, name, false, place);
        }
        return use(id, place);
    }

    void list(JsonId id, String name, boolean keypoints, ListPlace place) {
        var entry = met.get(met(id));
        if (entry.category != null) {
            log.add(FindingKind.ID_REPEATED, 0, place.pointer("/id"), id.text());
            return;
        }
        entry.category = new Category(id.text(), name, keypoints);
        entry.place = listed++;
    }

    /// The listed ones in the file's order; logs those that are used but not listed. A file that lists none at all has
    /// its ids for names.
    List<Category> finish() {
        if (listed == 0) {
            nameByIds();
        }
        for (var each : met) {
            if (each.category == null) {
                log.add(new ContentFinding(FindingKind.CLASS_UNKNOWN, 0, each.firstUse, each.id.text(), each.uses));
            }
        }
        return met.stream()
                .filter(each -> each.category != null)
                .sorted(Comparator.comparingInt(each -> each.place))
                .map(each -> Objects.requireNonNull(each.category))
                .toList();
    }

    private void nameByIds() {
        if (met.isEmpty()) {
            return;
        }
        log.add(FindingKind.NAMES_MISSING, 0, "/categories", null);
        met.stream().sorted(Comparator.comparingLong(each -> each.id.key())).forEach(each -> {
            each.category = new Category(each.id.text(), each.id.text(), false);
            each.place = listed++;
        });
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
            met.add(new Met(id));
            places.put(id.key(), index);
        }
        return index;
    }
}
