package dev.gotgan.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.MethodTree;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.regex.Pattern;

/// Whoever reads a handler sees who may call it; a handler without a rule does not build.
@AnalyzeClasses(packages = "dev.gotgan.server", importOptions = MainClasses.class)
class EveryEndpointDeclaresAccessTest {
    private static final String MAPPING = "org.springframework.web.bind.annotation.RequestMapping";
    private static final String REQUIRES = "dev.gotgan.server.web.Requires";
    private static final Pattern WRITTEN_MAPPING =
            Pattern.compile("(.*\\.)?(Request|Get|Post|Put|Patch|Delete)Mapping");

    @ArchTest
    static final ArchRule EVERY_HANDLER_DECLARES_ITS_RULE = methods()
            .that()
            .areMetaAnnotatedWith(MAPPING)
            .should()
            .beAnnotatedWith(REQUIRES)
            .because("an endpoint without an access rule is open to whoever forgets it")
            .allowEmptyShould(writtenHandlers() == 0);

    /// Routes made of lambdas and bare servlets would be endpoints that the rule above can't see.
    @ArchTest
    static final ArchRule THERE_IS_NO_OTHER_WAY_IN = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework.web.servlet.function..")
            .orShould()
            .beAssignableTo("jakarta.servlet.http.HttpServlet")
            .orShould()
            .implement("org.springframework.web.HttpRequestHandler")
            .allowEmptyShould(Sources.ofMain("server").isEmpty());

    @ArchTest
    static void theRuleSawEveryHandlerThatIsWritten(JavaClasses classes) {
        var seen = classes.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isMetaAnnotatedWith(MAPPING))
                .count();
        assertThat(seen).isEqualTo(writtenHandlers());
    }

    private static long writtenHandlers() {
        return Sources.ofMain("server").stream()
                .flatMap(file -> file.all(MethodTree.class).stream())
                .filter(method -> method.getModifiers().getAnnotations().stream()
                        .anyMatch(EveryEndpointDeclaresAccessTest::isMapping))
                .count();
    }

    private static boolean isMapping(AnnotationTree annotation) {
        return WRITTEN_MAPPING
                .matcher(annotation.getAnnotationType().toString())
                .matches();
    }
}
