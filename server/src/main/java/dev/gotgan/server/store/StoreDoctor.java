package dev.gotgan.server.store;

import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.store.StoreException;
import dev.gotgan.engine.store.StoreTrust;
import dev.gotgan.engine.store.doctor.ExamineStore;
import dev.gotgan.engine.store.doctor.Patient;
import dev.gotgan.engine.store.doctor.StoreReport;
import dev.gotgan.engine.store.doctor.StoreReports;
import dev.gotgan.engine.task.Task;
import dev.gotgan.engine.task.TaskId;
import dev.gotgan.engine.task.Tasks;
import java.net.URI;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/// Examines the store when an admin asks, and a bucket that nobody ever examined at the server's start: what it was not
/// seen to keep is not trusted.
final class StoreDoctor {
    private static final Logger LOG = LoggerFactory.getLogger(StoreDoctor.class);

    private final ExamineStore examine;
    private final Patient patient;
    private final Known known;
    private final Tasks tasks;
    private final Executor background;
    private final JsonMapper json;

    /// What is known, and what follows from it.
    record Known(StoreReports reports, StoreTrust trust) {}

    StoreDoctor(ExamineStore examine, Patient patient, Known known, Tasks tasks, Executor background, JsonMapper json) {
        this.examine = examine;
        this.patient = patient;
        this.known = known;
        this.tasks = tasks;
        this.background = background;
        this.json = json;
    }

    /// Once for each bucket, before the first upload rests on it.
    void firstTime(URI origin) {
        if (patient.presigner().isEmpty()
                || known.reports().find(patient.name()).isPresent()) {
            return;
        }
        try {
            var report = examined(origin);
            LOG.info("examined {}: direct upload is {}", report.store(), ReportView.lower(report.directUpload()));
        } catch (StoreException e) {
            LOG.warn("the store can't be written; `gotgan store doctor` tells more", e);
        }
    }

    TaskId start(Actor actor, URI origin) {
        var task = tasks.create("store_doctor", null, actor);
        background.execute(() -> run(task, origin));
        return task;
    }

    ReportView newest(URI origin) {
        return known.reports()
                .find(patient.name())
                .map(report -> view(report, origin))
                .orElseGet(() -> ReportView.none(patient.name(), direct(), origin));
    }

    private void run(TaskId task, URI origin) {
        try {
            tasks.succeed(task, json.writeValueAsString(view(examined(origin), origin)));
        } catch (StoreException e) {
            var why = e.getCause() == null ? e : e.getCause();
            tasks.fail(task, new Task.Failure("unavailable", "The store can't be written: " + why.getMessage()));
        } catch (RuntimeException e) {
            LOG.error("the examination of the store broke", e);
            tasks.fail(task, new Task.Failure("internal", "The examination broke; the log tells more."));
        }
    }

    private StoreReport examined(URI origin) {
        var report = examine.of(patient, UUID.randomUUID().toString(), origin);
        known.reports().keep(report);
        return report;
    }

    private ReportView view(StoreReport report, URI origin) {
        return ReportView.of(report, direct(), origin);
    }

    private String direct() {
        return ReportView.lower(known.trust().directUpload());
    }
}
