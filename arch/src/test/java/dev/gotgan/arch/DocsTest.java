package dev.gotgan.arch;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// A decision is a promise, and a promise that no test holds is an opinion.
class DocsTest {
    private static final Path ADR = Path.of("docs/adr");
    private static final Pattern NUMBERED = Pattern.compile("\\d{4}-[a-z0-9-]+\\.md");
    private static final Pattern IN_BACKTICKS = Pattern.compile("`([A-Za-z0-9]+)`");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(#[^)]*)?\\)");
    private static final Pattern VARIABLE = Pattern.compile("GOTGAN_[A-Z_]+");
    private static final int HALF_A_PAGE = 45;

    @Test
    void everyDecisionNamesTheTestThatHoldsIt() {
        var tests = Sources.tests().stream()
                .map(file -> file.path().getFileName().toString().replace(".java", ""))
                .filter(name -> name.endsWith("Test"))
                .collect(toSet());
        assertThat(decisions()).hasSizeGreaterThan(5);
        for (var decision : decisions()) {
            assertThat(testsNamedBy(decision))
                    .as("tests that hold %s", decision)
                    .isNotEmpty();
            assertThat(tests).as("tests that exist, for %s", decision).containsAll(testsNamedBy(decision));
        }
    }

    @Test
    void everyDecisionIsHalfAPageOfTheSameShape() {
        for (var decision : decisions()) {
            var lines = Sources.text(decision).lines().toList();
            assertThat(lines)
                    .as("%s", decision)
                    .contains("## Context", "## Decision", "## Looked at", "## Held by")
                    .hasSizeLessThanOrEqualTo(HALF_A_PAGE);
        }
    }

    @Test
    void theIndexListsEveryDecisionInOrder() {
        var index = Sources.text(ADR.resolve("README.md"));
        var listed = NUMBERED.matcher(index)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
        assertThat(listed)
                .isEqualTo(decisions().stream()
                        .map(file -> file.getFileName().toString())
                        .toList());
    }

    @Test
    void everyLinkLeadsToAFile() {
        var broken = new ArrayList<String>();
        var pages = Sources.files().stream()
                .filter(file -> file.toString().endsWith(".md"))
                .toList();
        assertThat(pages).hasSizeGreaterThan(10);
        for (var page : pages) {
            var file = Sources.ROOT.resolve(page);
            LINK.matcher(Sources.text(page))
                    .results()
                    .map(link -> link.group(1).strip())
                    .filter(target -> !Files.exists(file.resolveSibling(target)))
                    .forEach(target -> broken.add(page + " → " + target));
        }
        assertThat(broken).isEmpty();
    }

    /// A variable that the README does not explain is a property that nobody asked for.
    @Test
    void everyVariableThatTheCodeReadsStandsInTheReadme() {
        var read = Sources.main().stream()
                .flatMap(file -> variables(file.path()).stream())
                .collect(toSet());
        assertThat(variables(Path.of("README.md"))).hasSizeGreaterThan(10).containsAll(read);
    }

    private static List<Path> decisions() {
        return Sources.files().stream()
                .filter(file -> file.startsWith(ADR)
                        && NUMBERED.matcher(file.getFileName().toString()).matches())
                .toList();
    }

    private static Set<String> testsNamedBy(Path decision) {
        var text = Sources.text(decision);
        return IN_BACKTICKS
                .matcher(text.substring(text.indexOf("## Held by")))
                .results()
                .map(match -> match.group(1))
                .filter(name -> name.endsWith("Test"))
                .collect(toSet());
    }

    private static Set<String> variables(Path file) {
        return VARIABLE.matcher(Sources.text(file))
                .results()
                .map(MatchResult::group)
                .collect(toSet());
    }
}
