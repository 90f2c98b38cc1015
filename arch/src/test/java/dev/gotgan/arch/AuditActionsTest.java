package dev.gotgan.arch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What the audit may hold is listed once, in the contract: the screens' words for it are typed by that list.
class AuditActionsTest {
    private static final Set<String> WRITERS = Set.of("AuditTrail", "AuditLog");
    private static final Pattern ACTION = Pattern.compile("[a-z]+\\.[a-z]+");
    private static final Pattern LISTED =
            Pattern.compile("    AuditAction:\n(?: {6}.*\n)+?      enum:\n((?: {8}- .*\n)+)");
    private static final int FEWEST = 20;

    @Test
    void theContractListsWhatTheCodeWritesAndNothingElse() {
        assertThat(listed()).hasSizeGreaterThan(FEWEST).isEqualTo(written());
    }

    private static Set<String> listed() {
        var contract = LISTED.matcher(Sources.text(Path.of("api/openapi/gotgan.yaml")));
        assertThat(contract.find()).as("AuditAction in the contract").isTrue();
        var actions = new TreeSet<String>();
        contract.group(1).lines().forEach(line -> actions.add(line.strip().substring("- ".length())));
        return actions;
    }

    /// Texts that look like an action, in files that know the audit.
    private static Set<String> written() {
        var actions = new TreeSet<String>();
        for (var file : Sources.ofMain("catalog-postgres", "server")) {
            var audits = file.all(IdentifierTree.class).stream()
                    .anyMatch(name -> WRITERS.contains(name.getName().toString()));
            if (audits) {
                file.all(LiteralTree.class).stream()
                        .map(LiteralTree::getValue)
                        .filter(value -> value instanceof String text
                                && ACTION.matcher(text).matches())
                        .forEach(value -> actions.add(value.toString()));
            }
        }
        return actions;
    }
}
