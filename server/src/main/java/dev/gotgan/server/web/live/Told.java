package dev.gotgan.server.web.live;

/// An event and whom it is for.
public record Told(Event event, Audience audience) {
    /// Of what has the same name, a reader who is behind is told only the newest, or the newest steps.
    public String name() {
        return event.name();
    }

    /// Whether it is a step of something that goes on.
    public boolean progress() {
        return event.uploadId() != null || event.taskId() != null;
    }
}
