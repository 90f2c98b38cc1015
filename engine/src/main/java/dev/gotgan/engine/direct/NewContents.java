package dev.gotgan.engine.direct;

import dev.gotgan.engine.commit.Change;
import dev.gotgan.engine.commit.CommitLog;
import dev.gotgan.engine.commit.Tree;
import dev.gotgan.engine.commit.WriteSessions.Wanted;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.facts.ImageFacts;
import dev.gotgan.engine.facts.LabelFacts;
import dev.gotgan.engine.format.tree.ContentRole;
import dev.gotgan.engine.upload.survey.SpooledFacts;
import dev.gotgan.engine.upload.survey.SurveyStored;
import dev.gotgan.engine.upload.survey.SurveyStored.Stored;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The contents that a session brings, each once, read where they lie.
final class NewContents {
    private final CommitLog commits;
    private final Tree tree;
    private final SurveyStored survey;

    NewContents(CommitLog commits, Tree tree, SurveyStored survey) {
        this.commits = commits;
        this.tree = tree;
        this.survey = survey;
    }

    /// One content may lie under an image's name and under a label's: both are asked.
    private record Question(Sha256 content, boolean asImage) {}

    /// Facts of every content that the head has none of; the caller closes them.
    SpooledFacts of(DatasetId dataset, List<Wanted> wanted) throws IOException {
        var contents = contents(wanted);
        if (!contents.isEmpty()) {
            commits.findHead(dataset).ifPresent(head -> tree.forEachFact(dataset, head.generation(), known(contents)));
        }
        return survey.of(contents.values());
    }

    private static Tree.FactSink known(Map<Question, Stored> contents) {
        return new Tree.FactSink() {
            @Override
            public void image(Sha256 content, ImageFacts facts) {
                contents.remove(new Question(content, true));
            }

            @Override
            public void label(LabelFacts facts) {
                contents.remove(new Question(facts.sha256(), false));
            }
        };
    }

    /// Paths of which the first bytes are an image's.
    List<LogicalPath> images(List<Wanted> wanted) {
        Set<Sha256> images = ConcurrentHashMap.newKeySet();
        survey.images(contents(wanted).values(), images::add);
        return wanted.stream()
                .filter(each -> each.change() instanceof Change.Put(var file) && images.contains(file.sha256()))
                .map(each -> each.change().path())
                .toList();
    }

    private static Map<Question, Stored> contents(List<Wanted> wanted) {
        var contents = new LinkedHashMap<Question, Stored>();
        for (var each : wanted) {
            var key = each.key();
            if (each.change() instanceof Change.Put(var file) && key != null) {
                boolean asImage = ContentRole.of(file.path()) == ContentRole.IMAGE;
                contents.putIfAbsent(new Question(file.sha256(), asImage), new Stored(file, key));
            }
        }
        return contents;
    }
}
