package dev.gotgan.server.web.live;

import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.UserId;
import dev.gotgan.engine.event.Notice;
import dev.gotgan.engine.task.TaskId;
import dev.gotgan.server.web.Rule;
import java.util.Map;
import java.util.Set;

/// Whom an event is for. Who is not expressly of it hears nothing.
public sealed interface Audience {
    /// Whoever a request with this rule would let in.
    ///
    /// @param names what the address of the request would name
    record Admitted(Rule rule, Map<String, String> names) implements Audience {
        public Admitted {
            names = Map.copyOf(names);
        }
    }

    /// These, and who manages the installation.
    record AndAdmins(Set<UserId> people) implements Audience {
        public AndAdmins {
            people = Set.copyOf(people);
        }
    }

    /// Who saw something and may not any more: each is asked for by the rule by which they would see it.
    record Lost(Notice.Seers seers, Admitted sight) implements Audience {}

    record Only(UserId person) implements Audience {}

    static Admitted readers(DatasetId dataset) {
        return new Admitted(Rule.VIEWER, Map.of("id", dataset.value()));
    }

    static Audience editors(DatasetId dataset) {
        return new Admitted(Rule.EDITOR, Map.of("id", dataset.value()));
    }

    static Audience of(TaskId task) {
        return new Admitted(Rule.TASK_VIEWER, Map.of("task_id", task.toString()));
    }
}
