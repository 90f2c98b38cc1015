package dev.gotgan.arch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// A test that does not run says why, where it stands and in the report; one that runs waits for no clock and talks
/// to no puppet.
class HonestTestsTest {
    /** JUnit's conditions, whose reason is an element named `disabledReason`. */
    private static final Pattern CONDITION = Pattern.compile("(Enabled|Disabled)(On|If|For|In).*");

    private static final Pattern SLEEP = Pattern.compile("(Thread|TimeUnit\\.\\w+|\\w*SECONDS|MINUTES)\\.sleep");
    private static final Pattern MOCKS = Pattern.compile("mockito|easymock|jmockit|MockitoBean|MockBean");

    private static final Set<String> ASSUMPTIONS = Set.of("assumeTrue", "assumeFalse", "abort");
    /** They skip without a word: JUnit's `assumingThat`, AssertJ's `assumeThat`. */
    private static final Set<String> SILENT = Set.of("assumingThat", "assumeThat", "assumeThatCode");

    @Test
    void aSkippedTestSaysWhy() {
        var tests = Sources.tests();
        assertThat(tests).hasSizeGreaterThan(3);
        assertThat(tests.stream().flatMap(file -> unexplained(file).stream()).toList())
                .as("tests that are skipped without a reason")
                .isEmpty();
    }

    /// Time is injected and turned by hand. The stories of e2e wait for a process that they can't turn.
    @Test
    void aTestDoesNotSleep() {
        var tests = Sources.tests().stream()
                .filter(file -> !file.path().startsWith("e2e"))
                .toList();
        assertThat(tests).hasSizeGreaterThan(10);
        assertThat(tests.stream().flatMap(file -> sleeps(file).stream()).toList())
                .as("tests that sleep: inject java.time.InstantSource, or a latch")
                .isEmpty();
    }

    /// A port has an implementation in memory that passes its contract; a mock passes whatever it was told.
    @Test
    void aTestMocksNothing() {
        var imports = Sources.tests().stream()
                .flatMap(file -> file.tree().getImports().stream())
                .map(line -> line.getQualifiedIdentifier().toString())
                .toList();
        assertThat(imports)
                .hasSizeGreaterThan(50)
                .noneMatch(name -> MOCKS.matcher(name).find());
    }

    private static List<String> sleeps(SourceFile file) {
        return file.all(MethodInvocationTree.class).stream()
                .filter(call -> SLEEP.matcher(call.getMethodSelect().toString()).matches())
                .map(file::at)
                .toList();
    }

    private static List<String> unexplained(SourceFile file) {
        var found = new ArrayList<String>();
        for (var annotation : file.all(AnnotationTree.class)) {
            var name = last(annotation.getAnnotationType().toString());
            if (skips(name) && !says(annotation, name.equals("Disabled") ? "value" : "disabledReason")) {
                found.add("@" + name + " without a reason at " + file.at(annotation));
            }
        }
        for (var call : file.all(MethodInvocationTree.class)) {
            var name = last(call.getMethodSelect().toString());
            if (SILENT.contains(name) || unexplained(name, call.getArguments())) {
                found.add(name + " without a reason at " + file.at(call));
            }
        }
        return found;
    }

    private static boolean says(AnnotationTree annotation, String element) {
        return annotation.getArguments().stream()
                .filter(AssignmentTree.class::isInstance)
                .map(AssignmentTree.class::cast)
                .filter(given -> given.getVariable().toString().equals(element))
                .anyMatch(given -> !isBlank(given.getExpression()));
    }

    private static boolean skips(String annotation) {
        return annotation.equals("Disabled") || CONDITION.matcher(annotation).matches();
    }

    private static boolean unexplained(String call, List<? extends ExpressionTree> arguments) {
        var withReason = call.equals("abort") ? 1 : 2;
        return ASSUMPTIONS.contains(call) && (arguments.size() != withReason || isBlank(arguments.getLast()));
    }

    private static boolean isBlank(ExpressionTree expression) {
        return expression instanceof LiteralTree literal && literal.getValue() instanceof String text && text.isBlank();
    }

    private static String last(String dotted) {
        return dotted.substring(dotted.lastIndexOf('.') + 1);
    }
}
