package dev.gotgan.engine.catalog;

import static dev.gotgan.engine.testing.CatalogStory.put;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.engine.catalog.FindingPages.KindCount;
import dev.gotgan.engine.catalog.FindingPages.Place;
import dev.gotgan.engine.catalog.FindingPages.Wanted;
import dev.gotgan.engine.commit.ImageRowChanges;
import dev.gotgan.engine.commit.NewFacts;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.facts.Analysis;
import dev.gotgan.engine.facts.Finding;
import dev.gotgan.engine.facts.Format;
import dev.gotgan.engine.facts.Severity;
import dev.gotgan.engine.facts.TaskType;
import dev.gotgan.engine.testing.CatalogContract;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What [FindingPages] promises.
public abstract class FindingPagesContract extends CatalogContract {
    private static final Finding WHOLE = finding(Severity.WARNING, "label_missing", null, 0, "a");
    private static final Finding LINE_2 = finding(Severity.WARNING, "box_outside", "b.txt", 2, "x");
    private static final Finding LINE_10 = finding(Severity.WARNING, "box_outside", "b.txt", 10, "y");
    private static final Finding SPARE = finding(Severity.INFO, "class_unused", null, 0, "cat");
    private static final Finding BROKEN = finding(Severity.ERROR, "json_syntax", "z.json", 1, "{");

    @Test
    void theGravestComeFirstAndWhatConcernsTheWholeBeforeItsFiles() {
        var ofFile = finding(Severity.WARNING, "label_missing", "a.jpg", 0, null);
        var dataset = committed(SPARE, LINE_10, ofFile, WHOLE, LINE_2, BROKEN);
        assertThat(page(dataset, Wanted.ALL, null, 10)).containsExactly(BROKEN, LINE_2, LINE_10, WHOLE, ofFile, SPARE);
    }

    @Test
    void pagesGoOnBehindTheLastOneAndMissNothing() {
        var dataset = committed(SPARE, LINE_10, WHOLE, LINE_2, BROKEN);
        var all = new ArrayList<Finding>();
        for (var page = page(dataset, Wanted.ALL, null, 2);
                !page.isEmpty();
                page = page(dataset, Wanted.ALL, Place.of(all.getLast()), 2)) {
            assertThat(page).hasSizeBetween(1, 2);
            all.addAll(page);
        }
        assertThat(all).containsExactly(BROKEN, LINE_2, LINE_10, WHOLE, SPARE);
    }

    @Test
    void findingsThatDifferOnlyInTheirValueAreAllShown() {
        var findings = new ArrayList<Finding>();
        for (int i = 0; i < 7; i++) {
            findings.add(finding(Severity.WARNING, "image_missing", "a.json", 0, "image " + i));
        }
        var dataset = committed(findings.toArray(Finding[]::new));
        var first = page(dataset, Wanted.ALL, null, 4);
        var rest = page(dataset, Wanted.ALL, Place.of(first.getLast()), 4);
        first = new ArrayList<>(first);
        first.addAll(rest);
        assertThat(first).containsExactlyInAnyOrderElementsOf(findings);
    }

    @Test
    void aSeverityAndAKindCanBeChosen() {
        var dataset = committed(SPARE, LINE_10, WHOLE, LINE_2, BROKEN);
        assertThat(page(dataset, new Wanted(Severity.WARNING, null), null, 10)).containsExactly(LINE_2, LINE_10, WHOLE);
        assertThat(page(dataset, new Wanted(null, "box_outside"), null, 10)).containsExactly(LINE_2, LINE_10);
        assertThat(page(dataset, new Wanted(Severity.INFO, "box_outside"), null, 10))
                .isEmpty();
        assertThat(page(dataset, new Wanted(null, "box_outside"), Place.of(LINE_2), 10))
                .containsExactly(LINE_10);
    }

    @Test
    void eachGenerationHasItsOwn() {
        var dataset = committed(LINE_2, BROKEN);
        commit(dataset, LINE_2, SPARE);
        assertThat(catalog.findings().page(dataset, 1, Wanted.ALL, null, 10)).containsExactly(BROKEN, LINE_2);
        assertThat(catalog.findings().page(dataset, 2, Wanted.ALL, null, 10)).containsExactly(LINE_2, SPARE);
    }

    @Test
    void kindsAreCountedInTheSameOrder() {
        var dataset = committed(SPARE, LINE_10, WHOLE, LINE_2, BROKEN);
        assertThat(catalog.findings().counts(dataset, 1))
                .containsExactly(
                        new KindCount(Severity.ERROR, "json_syntax", 1),
                        new KindCount(Severity.WARNING, "box_outside", 2),
                        new KindCount(Severity.WARNING, "label_missing", 1),
                        new KindCount(Severity.INFO, "class_unused", 1));
        assertThat(catalog.findings().counts(DatasetId.random(), 1)).isEmpty();
    }

    private List<Finding> page(DatasetId dataset, Wanted wanted, @Nullable Place after, int limit) {
        return catalog.findings().page(dataset, 1, wanted, after, limit);
    }

    private DatasetId committed(Finding... findings) {
        var dataset = story.live();
        commit(dataset, findings);
        return dataset;
    }

    private void commit(DatasetId dataset, Finding... findings) {
        var session = story.arrived(
                dataset, put("a.jpg", "picture " + story.head(dataset).generation()));
        var analysis = new Analysis(
                Format.UNKNOWN,
                TaskType.UNKNOWN,
                0,
                List.of(),
                List.of(),
                List.of(),
                0,
                0,
                0,
                0,
                0,
                List.of(findings),
                List.of());
        var images = new ImageRowChanges(List.of(), List.of(), List.of());
        catalog.commits().commit(story.planOf(session, NewFacts.NONE, analysis, images));
    }

    private static Finding finding(
            Severity severity, String kind, @Nullable String path, int line, @Nullable String value) {
        return new Finding(kind, severity, path, line, null, value, 1, "a sentence");
    }
}
