package dev.gotgan.server.live;

import dev.gotgan.engine.event.Notice;
import dev.gotgan.engine.event.Notices;
import dev.gotgan.engine.task.Task;
import dev.gotgan.engine.task.Tasks;
import dev.gotgan.server.web.live.Audience;
import dev.gotgan.server.web.live.Event;
import dev.gotgan.server.web.live.Told;
import java.util.Locale;

/// Turns what the database says was committed into events, and looks again who may hear them.
final class HearNotices implements Notices.Listener {
    private final Connections connections;
    private final MayHear mayHear;
    private final Tasks tasks;

    HearNotices(Connections connections, MayHear mayHear, Tasks tasks) {
        this.connections = connections;
        this.mayHear = mayHear;
        this.tasks = tasks;
    }

    @Override
    public void told(Notice notice) {
        switch (notice) {
            case Notice.Changed changed -> changed(changed);
            case Notice.Hidden hidden -> hidden(hidden);
            case Notice.Work work ->
                tasks.find(work.task()).map(HearNotices::event).ifPresent(connections::tell);
            case Notice.Rights rights -> {
                mayHear.askAnew();
                connections.of(rights.person(), each -> each.tellItself("access"));
            }
            case Notice.SignIn signIn -> {
                mayHear.askAnew();
                connections.of(signIn.person(), HearNotices::look);
            }
        }
    }

    private void changed(Notice.Changed changed) {
        var event = Event.of("dataset." + changed.what().name().toLowerCase(Locale.ROOT), changed.dataset());
        var audience = switch (changed.what()) {
            case TRASHED, DELETED -> new Audience.AndAdmins(changed.knew());
            case CREATED, COMMITTED, PUBLISHED, EDITED, SHARED, RESTORED -> Audience.readers(changed.dataset());
        };
        if (changed.what() != Notice.What.PUBLISHED) {
            mayHear.askAnew();
        }
        connections.tell(new Told(event, audience));
    }

    private void hidden(Notice.Hidden hidden) {
        mayHear.askAnew();
        var event = Event.of("dataset.hidden", hidden.dataset());
        connections.tell(new Told(event, new Audience.Lost(hidden.seers(), Audience.readers(hidden.dataset()))));
    }

    private static Told event(Task task) {
        var progress = task.progress();
        var event = new Event(
                "task",
                task.dataset(),
                task.id(),
                null,
                null,
                progress.done(),
                progress.total(),
                progress.bytesDone(),
                progress.bytesTotal(),
                null,
                task.state().name().toLowerCase(Locale.ROOT));
        return new Told(event, Audience.of(task.id()));
    }

    /// After a gap nobody knows what was missed, or who signed out meanwhile.
    @Override
    public void listening() {
        mayHear.askAnew();
        connections.forEach(each -> {
            look(each);
            each.tellItself("missed");
        });
    }

    /// On a thread of its own: a reader who is stuck takes long to be sent away.
    private static void look(Connection reader) {
        Thread.startVirtualThread(reader::look);
    }
}
