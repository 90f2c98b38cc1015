package dev.gotgan.engine.direct;

import dev.gotgan.engine.commit.Tree;
import dev.gotgan.engine.commit.WriteSessions;
import dev.gotgan.engine.commit.WriteSessions.OpenSession;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.facts.Format;
import dev.gotgan.engine.format.LabelPaths;
import java.util.HashSet;
import java.util.Set;

/// Labels of a generation that a session has not named: those that go where it replaces labels.
record UnsentLabels(WriteSessions sessions, Tree tree) {
    Set<LogicalPath> of(OpenSession open, long generation, Format format) {
        var named = new HashSet<LogicalPath>();
        sessions.forEachWanted(open.id(), wanted -> named.add(wanted.change().path()));
        sessions.forEachUnchanged(open.id(), named::add);
        var gone = new HashSet<LogicalPath>();
        tree.forEachFile(open.opened().dataset(), generation, file -> {
            if (LabelPaths.isLabel(format, file.path()) && !named.contains(file.path())) {
                gone.add(file.path());
            }
        });
        return gone;
    }
}
