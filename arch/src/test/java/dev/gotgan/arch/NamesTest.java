package dev.gotgan.arch;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Sizes and names that keep a file readable on one screen and a package in one head.
///
/// Each rule says first how much it looked at: a rule that looks at nothing is always green.
class NamesTest {
    private static final Pattern SAYS_NOTHING =
            Pattern.compile("(Util|Utils|Utility|Utilities|Helper|Helpers|Manager|Managers|Impl)(?=$|[A-Z0-9])");
    private static final Pattern HOLDS_ANYTHING =
            Pattern.compile("\\.(utils?|helpers?|impl|common|misc|managers?)(?=$|\\.)");
    private static final Pattern CODE = Pattern.compile(".*\\.(java|sql|sh|py|ts|tsx|js|css)|gotgan|\\.ci/run");
    private static final int LINES = 400;
    private static final int TYPES = 15;
    private static final int PARAMETERS = 6;

    @Test
    void aTypeIsNamedAfterWhatItIs() {
        var types = Sources.java().stream()
                .flatMap(file -> file.types().stream().map(type -> type.getSimpleName() + " at " + file.at(type)))
                .toList();
        assertThat(types).hasSizeGreaterThan(60);
        assertThat(types)
                .filteredOn(type -> SAYS_NOTHING
                        .matcher(type.substring(0, type.indexOf(' ')))
                        .find())
                .as("types whose name says nothing (Util, Helper, Manager, Impl)")
                .isEmpty();
    }

    @Test
    void aPackageIsNamedAfterAnIdea() {
        var packages =
                Sources.java().stream().map(SourceFile::packageName).distinct().toList();
        assertThat(packages).hasSizeGreaterThan(4);
        assertThat(packages)
                .filteredOn(name -> HOLDS_ANYTHING.matcher(name).find())
                .as("packages that may hold anything")
                .isEmpty();
    }

    @Test
    void aPackageHoldsAtMostFifteenTypes() {
        var sizes = Sources.main().stream()
                .flatMap(file -> file.topLevelTypes().stream().map(type -> file.packageName()))
                .collect(groupingBy(name -> name, counting()));
        assertThat(sizes).hasSizeGreaterThan(3);
        sizes.values().removeIf(size -> size <= TYPES);
        assertThat(sizes)
                .as("packages of more than %d top-level types: split by idea", TYPES)
                .isEmpty();
    }

    @Test
    void aConstructorTakesAtMostSixThings() {
        var constructors = Sources.main().stream()
                .flatMap(file -> file.types().stream()
                        .filter(type -> type.getKind() != Tree.Kind.RECORD)
                        .flatMap(type -> constructors(type).stream())
                        .map(made -> new Constructor(
                                file.at(made), made.getParameters().size())))
                .toList();
        assertThat(constructors).hasSizeGreaterThan(10);
        assertThat(constructors)
                .filteredOn(made -> made.parameters() > PARAMETERS)
                .as("constructors of more than %d parameters: a step with fewer collaborators is waiting", PARAMETERS)
                .isEmpty();
    }

    @Test
    void aFileEndsBeforeLineFourHundred() {
        var code = Sources.files().stream()
                .filter(file -> CODE.matcher(file.toString()).matches())
                .toList();
        assertThat(code).hasSizeGreaterThan(60).contains(Path.of("gotgan"));
        assertThat(code)
                .filteredOn(file -> Sources.text(file).lines().count() > LINES)
                .as("files of more than %d lines", LINES)
                .isEmpty();
    }

    private record Constructor(String at, int parameters) {}

    private static List<MethodTree> constructors(ClassTree type) {
        return type.getMembers().stream()
                .filter(MethodTree.class::isInstance)
                .map(MethodTree.class::cast)
                .filter(method -> method.getName().contentEquals("<init>"))
                .toList();
    }
}
