package dev.gotgan.catalog.postgres.session;

import dev.gotgan.catalog.postgres.sql.Database;
import dev.gotgan.engine.commit.Change;
import dev.gotgan.engine.commit.Planned;
import dev.gotgan.engine.commit.Timing;
import java.util.List;
import java.util.function.UnaryOperator;

/// One plan call: the changes are laid out as rows, checked as a set, classified as a set, and written down.
final class PlanChanges {
    private final Database database;
    private final StagePlan stage;
    private final CheckPlan check;
    private final ClassifyPlan classify;
    private final WritePlan write;

    PlanChanges(Database database, Timing timing) {
        this.database = database;
        this.stage = new StagePlan(database);
        this.check = new CheckPlan(database);
        this.classify = new ClassifyPlan(database);
        this.write = new WritePlan(database, timing);
    }

    List<Planned> of(SessionRow session, List<Change> changes) {
        return plan(session, changes, place -> place);
    }

    /// The same, where nothing goes to a live key.
    List<Planned> staged(SessionRow session, List<Change> changes) {
        return plan(session, changes, ClassifyPlan.Place::notLive);
    }

    private List<Planned> plan(SessionRow session, List<Change> changes, UnaryOperator<ClassifyPlan.Place> seenAs) {
        if (changes.isEmpty()) {
            return List.of();
        }
        stage.lay(changes);
        database.findByIndex();
        check.nobodyHolds(session);
        check.treeStaysOne(session);
        var places = classify.of(session).stream().map(seenAs).toList();
        return write.of(session, changes, places);
    }
}
