package dev.gotgan.arch;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import dev.gotgan.engine.event.Notices;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What keeps rows in the database can keep them in memory: whoever tests against a port needs neither a
/// database nor a mock.
@AnalyzeClasses(packages = "dev.gotgan", importOptions = MainClasses.class)
class PortsInMemoryTest {
    /// See the ADR about ports in memory.
    private static final Set<String> ONLY_IN_THE_DATABASE = Set.of(Notices.class.getName());

    @ArchTest
    static void everyPortOfTheDatabaseIsThereInMemoryToo(JavaClasses classes) {
        var database = portsOf(classes, "dev.gotgan.catalog.postgres");
        assertThat(database).hasSizeGreaterThan(20);
        var missing = new TreeSet<>(database);
        missing.removeAll(portsOf(classes, "dev.gotgan.engine.memory"));
        assertThat(missing).isEqualTo(ONLY_IN_THE_DATABASE);
    }

    private static Set<String> portsOf(JavaClasses classes, String implementations) {
        return classes.stream()
                .filter(each -> each.getPackageName().startsWith(implementations))
                .flatMap(each -> each.getAllRawInterfaces().stream())
                .filter(JavaClass::isTopLevelClass)
                .map(JavaClass::getName)
                .filter(name -> name.startsWith("dev.gotgan.engine."))
                .collect(Collectors.toSet());
    }
}
