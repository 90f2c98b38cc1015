package dev.gotgan.catalog.postgres.event;

import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.UserId;
import dev.gotgan.engine.event.Notice;
import dev.gotgan.engine.task.TaskId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads what `V82__notices.sql` and `V89__hidden_told.sql` wrote: a word, and what it is about.
final class ReadNotice {
    private static final Map<String, Notice.What> DATASETS = Map.of(
            "dataset.create", Notice.What.CREATED,
            "dataset.commit", Notice.What.COMMITTED,
            "dataset.published", Notice.What.PUBLISHED,
            "dataset.update", Notice.What.EDITED,
            "permission.grant", Notice.What.SHARED,
            "permission.revoke", Notice.What.SHARED,
            "dataset.trash", Notice.What.TRASHED,
            "dataset.restore", Notice.What.RESTORED,
            "dataset.delete", Notice.What.DELETED);

    private ReadNotice() {}

    /// Nothing for what a newer server says; two notices for a role: the dataset's, and the person's.
    static List<Notice> of(String payload) {
        var words = payload.split(" ", -1);
        if (words.length != 4) {
            return List.of();
        }
        return switch (words[0]) {
            case "task" -> List.of(new Notice.Work(new TaskId(UUID.fromString(words[1]))));
            case "dataset.hidden" -> List.of(new Notice.Hidden(new DatasetId(words[1]), seers(words[3])));
            case "sign-in" -> List.of(new Notice.SignIn(person(words[2])));
            default -> Stream.concat(dataset(words), rights(words)).toList();
        };
    }

    private static Stream<Notice> dataset(String[] words) {
        var what = DATASETS.get(words[0]);
        return what == null || words[1].isEmpty()
                ? Stream.empty()
                : Stream.of(new Notice.Changed(new DatasetId(words[1]), what, people(words[3])));
    }

    private static Stream<Notice> rights(String[] words) {
        return words[2].isEmpty() ? Stream.empty() : Stream.of(new Notice.Rights(person(words[2])));
    }

    private static Notice.Seers seers(String who) {
        return who.equals("*") ? new Notice.Seers.Everybody() : new Notice.Seers.These(people(who));
    }

    private static Set<UserId> people(String ids) {
        return Stream.of(ids.split(","))
                .filter(id -> !id.isEmpty())
                .map(ReadNotice::person)
                .collect(Collectors.toSet());
    }

    private static UserId person(String id) {
        return new UserId(Integer.parseInt(id));
    }
}
