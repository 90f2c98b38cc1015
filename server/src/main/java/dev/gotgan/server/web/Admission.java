package dev.gotgan.server.web;

import dev.gotgan.engine.catalog.Datasets;
import dev.gotgan.engine.dataset.AccessPolicy;
import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.DatasetState;
import dev.gotgan.engine.dataset.Right;
import dev.gotgan.engine.task.Task;
import dev.gotgan.engine.task.TaskId;
import dev.gotgan.engine.task.Tasks;
import dev.gotgan.server.web.config.Settings;
import dev.gotgan.server.web.problem.Code;
import dev.gotgan.server.web.problem.Problems;
import dev.gotgan.server.web.problem.Refused;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Decides whether a caller passes a [Rule]. Whatever it does not expressly allow, it refuses.
public final class Admission {
    private final Datasets datasets;
    private final Tasks tasks;
    private final Settings.Anonymous anonymous;

    public Admission(Datasets datasets, Tasks tasks, Settings.Anonymous anonymous) {
        this.datasets = datasets;
        this.tasks = tasks;
        this.anonymous = anonymous;
    }

    /// Refuses callers whom nobody knows, where a login is needed.
    void identified(Rule rule, Caller caller) {
        var needed = !rule.admitsAnonymous() || (anonymous == Settings.Anonymous.FALSE && !rule.asksNobody());
        if (caller.anonymous() && needed) {
            throw new Refused(Code.UNAUTHENTICATED, "Sign in, or send a token: Authorization: Bearer gtg_…");
        }
    }

    /// Passes, or throws what the caller is told.
    ///
    /// @param names the variables of the address: `id`, `user_id`, `task_id`
    void admit(Rule rule, Actor actor, Map<String, String> names) {
        switch (rule) {
            case PUBLIC, SIGNED, VISITOR, LOGGED_IN -> {}
            case ADMIN -> require(actor instanceof Actor.Person person && person.admin());
            case VIEWER, MEMBER -> dataset(actor, Right.READ, id(names));
            case EDITOR -> dataset(actor, Right.WRITE, id(names));
            case OWNER -> dataset(actor, Right.OWN, id(names));
            case OWNER_OF_TRASH -> trashed(actor, id(names));
            case OWNER_OR_SELF -> dataset(actor, self(actor, names) ? Right.READ : Right.OWN, id(names));
            case TASK_VIEWER -> task(actor, names.getOrDefault("task_id", ""));
        }
    }

    /// The same question once more, for work that took so long that the answer may have changed.
    public void stillAllowed(Actor actor, Right right, DatasetId dataset) {
        dataset(actor, right, dataset);
    }

    /// The same question for an event: whether a request that reads what it is about would be let in.
    public boolean wouldAdmit(Rule rule, Actor.Person actor, Map<String, String> names) {
        try {
            admit(rule, reader(actor), names);
            return true;
        } catch (Refused no) {
            return false;
        }
    }

    /// What is only read is judged by the rights of the person, whatever their token may change.
    static Actor reader(Actor actor) {
        return actor instanceof Actor.Person person ? new Actor.Person(person.id(), person.admin(), false) : actor;
    }

    private void dataset(Actor actor, Right wanted, DatasetId id) {
        var row = datasets.findAccess(id, actor)
                .filter(found -> found.state() == DatasetState.LIVE)
                .orElseThrow(Problems::noDataset);
        check(actor, wanted, row);
    }

    /// Only who may bring a dataset back sees it in the trash; by a token that may only read, they see it, too.
    private void trashed(Actor actor, DatasetId id) {
        var row = datasets.findAccess(id, actor).orElseThrow(Problems::noDataset);
        if (AccessPolicy.owns(actor, row.access())) {
            require(AccessPolicy.allows(actor, Right.OWN, row.access()));
        } else {
            check(actor, Right.OWN, row);
        }
    }

    private static void check(Actor actor, Right wanted, Datasets.AccessRow row) {
        if (AccessPolicy.allows(actor, wanted, row.access())) {
            return;
        }
        var visible = row.state() == DatasetState.LIVE && AccessPolicy.allows(actor, Right.READ, row.access());
        throw visible ? forbidden() : Problems.noDataset();
    }

    private void task(Actor actor, String wanted) {
        var task = parse(wanted).flatMap(tasks::find).orElseThrow(Admission::noTask);
        var dataset = task.dataset();
        if (dataset == null ? !asked(actor, task) : !about(actor, dataset, task)) {
            throw noTask();
        }
    }

    /// Who asked for it hears how it ended even if the dataset is not there yet, or not any more.
    private boolean about(Actor actor, DatasetId dataset, Task task) {
        return datasets.findAccess(dataset, actor)
                .map(row -> AccessPolicy.allows(actor, Right.READ, row.access()))
                .orElseGet(() -> asked(actor, task));
    }

    private static boolean asked(Actor actor, Task task) {
        return actor instanceof Actor.Person person
                && (person.admin() || person.id().equals(task.author()));
    }

    private static boolean self(Actor actor, Map<String, String> names) {
        return actor.findId()
                .filter(me -> me.toString().equals(names.get("user_id")))
                .isPresent();
    }

    private static Optional<TaskId> parse(String task) {
        try {
            return Optional.of(new TaskId(UUID.fromString(task)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static DatasetId id(Map<String, String> names) {
        try {
            return new DatasetId(names.getOrDefault("id", ""));
        } catch (IllegalArgumentException e) {
            throw Problems.noDataset();
        }
    }

    private static void require(boolean allowed) {
        if (!allowed) {
            throw forbidden();
        }
    }

    private static Refused noTask() {
        return new Refused(Code.NOT_FOUND, "There is no such task, or you may not see it.");
    }

    static Refused forbidden() {
        return new Refused(Code.FORBIDDEN, "You may not do this.");
    }
}
