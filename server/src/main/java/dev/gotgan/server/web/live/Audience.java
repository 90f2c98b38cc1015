package dev.gotgan.server.web.live;

import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.UserId;
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

    record Only(UserId person) implements Audience {}

    static Audience readers(DatasetId dataset) {
        return new Admitted(Rule.VIEWER, Map.of("id", dataset.value()));
    }

    static Audience editors(DatasetId dataset) {
        return new Admitted(Rule.EDITOR, Map.of("id", dataset.value()));
    }

    static Audience of(TaskId task) {
        return new Admitted(Rule.TASK_VIEWER, Map.of("task_id", task.toString()));
    }
}
