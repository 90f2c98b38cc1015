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

/// A test that does not run says why, where it stands and in the report.
class SkippedTestsTest {
    /** JUnit's conditions, whose reason is an element named `disabledReason`. */
    private static final Pattern CONDITION = Pattern.compile("(Enabled|Disabled)(On|If|For|In).*");

    private static final Set<String> ASSUMPTIONS = Set.of("assumeTrue", "assumeFalse", "abort");
    /** They skip without a word: JUnit's `assumingThat` and AssertJ's `assumeThat`. */
    private static final Set<String> SILENT = Set.of("assumingThat", "assumeThat", "assumeThatCode");

    @Test
    void aSkippedTestSaysWhy() {
        var tests = Sources.tests();
        assertThat(tests).hasSizeGreaterThan(3);
        assertThat(tests.stream().flatMap(file -> unexplained(file).stream()).toList())
                .as("tests that are skipped without a reason")
                .isEmpty();
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
