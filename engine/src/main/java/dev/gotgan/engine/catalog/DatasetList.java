package dev.gotgan.engine.catalog;

import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.Role;
import dev.gotgan.engine.dataset.UserId;
import dev.gotgan.engine.dataset.Visibility;
import dev.gotgan.engine.facts.Format;
import dev.gotgan.engine.facts.TaskType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The datasets a caller may see, by the rule of [dev.gotgan.engine.dataset.AccessPolicy] for reading.
public interface DatasetList {
    /// The next `limit` live datasets after `cursor`.
    ///
    /// @param cursor the [Page#next] of an earlier page of the same filter and sort; null from the first
    /// @throws BadCursor it is no such thing
    Page page(Actor caller, Filter filter, Sort sort, @Nullable String cursor, int limit);

    /// Over all that [#page] would list.
    Totals totals(Actor caller, Filter filter);

    /// What the caller may restore: of their own (or as a role of OWNER), of everybody for an admin; last deleted
    /// first. [Row#updated] is when it went to the trash.
    Page trash(Actor caller, @Nullable String cursor, int limit);

    /// What to list; null and empty mean all.
    ///
    /// @param tags all of them
    /// @param text anywhere in name, description or id, whatever the case
    record Filter(
            @Nullable TaskType taskType,
            @Nullable Format format,
            @Nullable Visibility visibility,
            List<String> tags,
            @Nullable String text,
            Whose whose) {
        public static final Filter NONE = new Filter(null, null, null, List.of(), null, Whose.ALL);
    }

    enum Whose {
        ALL,
        /// Those the caller owns.
        MINE
    }

    /// By what a list is sorted; equal ones by id.
    enum Sort {
        NEWEST,
        OLDEST,
        UPDATED,
        NAME,
        NAME_DOWN,
        MOST_IMAGES,
        FEWEST_IMAGES,
        LARGEST,
        SMALLEST
    }

    /// One dataset in a list.
    ///
    /// @param classes null before an analysis found any
    /// @param role    the caller's own, OWNER for their own dataset; null where they have none
    record Row(
            DatasetId id,
            String name,
            @Nullable String description,
            @Nullable UserId owner,
            Visibility visibility,
            List<String> tags,
            String storageType,
            Format format,
            TaskType taskType,
            @Nullable Integer classes,
            long images,
            long bytes,
            int version,
            @Nullable Role role,
            Instant created,
            Instant updated) {}

    /// Some rows, and where to go on.
    ///
    /// @param next null on the last page
    record Page(List<Row> rows, @Nullable String next) {}

    /// How many datasets, and the images of all of them.
    record Totals(long datasets, long images) {}

    final class BadCursor extends RuntimeException {
        private static final long serialVersionUID = 1;

        public BadCursor(String cursor) {
            super("no cursor of this list: " + cursor);
        }
    }
}
