package dev.gotgan.engine.upload;

import dev.gotgan.engine.commit.Change;
import dev.gotgan.engine.commit.Head;
import dev.gotgan.engine.commit.Tree;
import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.upload.survey.Survey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Compares what arrived with what the head holds.
final class PlanUpload {
    /// What an upload changes in one head; paths that hold the content already are only counted.
    record Plan(List<Change> changes, long unchanged) {}

    private final Tree tree;

    PlanUpload(Tree tree) {
        this.tree = tree;
    }

    /// Every file of the survey that the head has not; with `replaces`, also the removal of files it accepts
    /// that were
    /// not sent.
    Plan against(Head head, Survey survey, Predicate<LogicalPath> replaces) {
        Map<LogicalPath, Sha256> sent = HashMap.newHashMap(survey.files().size());
        survey.files().forEach(file -> sent.put(file.path(), file.sha256()));
        var changes = new ArrayList<Change>();
        var same = new HashMap<LogicalPath, Sha256>();
        tree.forEachFile(head.dataset(), head.generation(), file -> {
            var now = sent.get(file.path());
            if (now == null && replaces.test(file.path())) {
                changes.add(new Change.Remove(file.path()));
            } else if (file.sha256().equals(now)) {
                same.put(file.path(), now);
            }
        });
        for (FileEntry file : survey.files()) {
            if (!same.containsKey(file.path())) {
                changes.add(new Change.Put(file));
            }
        }
        return new Plan(List.copyOf(changes), same.size());
    }
}
