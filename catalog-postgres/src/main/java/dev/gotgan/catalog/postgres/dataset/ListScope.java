package dev.gotgan.catalog.postgres.dataset;

import dev.gotgan.engine.catalog.DatasetList.Filter;
import dev.gotgan.engine.catalog.DatasetList.Whose;
import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.Visibility;
import java.util.ArrayList;
import java.util.List;

/// What a list may show and was asked to show, as conditions on `datasets d`: a filter, and reasons of which one has to
/// hold.
///
/// @param text how the text is looked for
record ListScope(Actor caller, Filter filtered, Text text) {
    /// By reading candidates from the index of pieces, or by looking into each dataset on the way.
    enum Text {
        FEW,
        MANY
    }

    private static final String MINE = "d.owner_id = :me::integer";
    private static final String PUBLIC = "d.visibility = 'public'";
    private static final String GRANTED =
            "d.id in (select dataset_id from dataset_permissions where user_id = :me::integer)";
    private static final String GRANTED_WHOLLY = """
            d.id in (select dataset_id from dataset_permissions where user_id = :me::integer and role = 'owner')""";
    private static final String SHARED = """
            d.visibility = 'organization'
            and d.organization_id in (select organization_id from organization_members where user_id = :me::integer)""";

    List<String> filter() {
        var conditions = new ArrayList<String>();
        conditions.add("d.state = 'live'");
        add(conditions, filtered.taskType() != null, "d.task_type = :task");
        add(conditions, filtered.format() != null, "d.format = :format");
        add(conditions, filtered.visibility() != null, "d.visibility = :visibility");
        add(conditions, !filtered.tags().isEmpty(), "d.tags @> :tags::jsonb");
        add(conditions, filtered.text() != null, "d.search_key like lower(:pattern)");
        add(
                conditions,
                filtered.text() != null && text == Text.FEW,
                "pieces(d.search_key) @> longest_pieces(lower(:text))");
        return conditions;
    }

    /// Of few candidates all are read anyway, once for all reasons.
    List<String> reasons() {
        var reasons = sight();
        return filtered.text() != null && text == Text.FEW ? List.of(any(reasons)) : reasons;
    }

    /// The same with the public ones first: these are the most, and an index of them has all that is counted.
    List<String> reasonsToCount() {
        var reasons = new ArrayList<>(reasons());
        if (reasons.remove(PUBLIC)) {
            reasons.addFirst(PUBLIC);
        }
        return reasons;
    }

    private List<String> sight() {
        boolean mine = filtered.whose() == Whose.MINE;
        return switch (caller) {
            case Actor.Itself() -> List.of(mine ? "false" : "true");
            case Actor.Anonymous() -> List.of(mine ? "false" : PUBLIC);
            case Actor.Person person when mine -> List.of(MINE);
            case Actor.Person person when person.admin() -> List.of("true");
            case Actor.Person person -> {
                var reasons = new ArrayList<>(List.of(MINE, GRANTED));
                add(reasons, allows(Visibility.PUBLIC), PUBLIC);
                add(reasons, allows(Visibility.ORGANIZATION), SHARED);
                yield reasons;
            }
        };
    }

    private boolean allows(Visibility visibility) {
        return filtered.visibility() == null || filtered.visibility() == visibility;
    }

    List<String> trashReasons() {
        return switch (caller) {
            case Actor.Itself() -> List.of("true");
            case Actor.Anonymous() -> List.of("false");
            case Actor.Person person when person.admin() -> List.of("true");
            case Actor.Person person -> List.of(MINE, GRANTED_WHOLLY);
        };
    }

    static String any(List<String> reasons) {
        return "((" + String.join(") or (", reasons) + "))";
    }

    private static void add(List<String> conditions, boolean asked, String condition) {
        if (asked) {
            conditions.add(condition);
        }
    }
}
