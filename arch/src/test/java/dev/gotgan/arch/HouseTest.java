package dev.gotgan.arch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What the build itself promises.
class HouseTest {
    /// A module may say that it has no tests; the first one takes the word back, so that losing them all is noticed.
    @Test
    void onlyAModuleWithoutTestsMaySayThatItHasNone() {
        var silent = new TreeSet<>(modulesWhosePomSays("<failIfNoTests>false"));
        silent.retainAll(modulesWithTests());
        assertThat(modulesWithTests()).contains("engine", "arch");
        assertThat(silent)
                .as("modules that have tests and would not notice their loss")
                .isEmpty();
    }

    /// Its properties file needs a registry's address, and where Maven comes from is the machine's business.
    @Test
    void theBuildNamesNoRegistryAndNoWrapper() {
        assertThat(poms()).hasSizeGreaterThan(7);
        assertThat(modulesWhosePomSays("epositories>")).isEmpty();
        assertThat(modulesWhosePomSays("<distributionManagement>")).isEmpty();
        assertThat(Sources.files())
                .filteredOn(file -> Set.of("mvnw", "maven-wrapper.properties", ".npmrc", "settings.xml")
                        .contains(file.getFileName().toString()))
                .isEmpty();
    }

    /// Its stories start the jars that all others have packaged.
    @Test
    void theStoriesRunLast() {
        var modules = Sources.text(Path.of("pom.xml"))
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("<module>"))
                .toList();
        assertThat(modules.getLast()).startsWith("<module>e2e<");
    }

    /// Else the checked build would take classes that no wall has seen for up to date.
    @Test
    void theLaunchersBuildHasAFolderOfItsOwn() {
        var quick = Pattern.compile("<id>quick</id>.*?</profile>", Pattern.DOTALL)
                .matcher(Sources.text(Path.of("pom.xml")));
        assertThat(quick.find()).isTrue();
        assertThat(quick.group()).contains("<target.dir>target/quick</target.dir>");
    }

    /// The shared archive of classes needs plain jars, and native access granted inside them.
    @Test
    void aProgramIsAPlainJarThatMayCallNativeCode() {
        assertThat(modulesWhosePomSays("spring-boot-maven-plugin")).isEmpty();
        assertThat(modulesWhosePomSays("<Enable-Native-Access>ALL-UNNAMED<")).containsExactly("cli", "server");
    }

    /// Each starts it by itself, see `docs/design-decisions.md`; one that looked for another version would skip
    /// its tests for ever.
    @Test
    void everyModuleLooksForTheBucketServerThatTheBuildInstalls() {
        var gateway = Pattern.compile("versitygw-\\d+\\.\\d+\\.\\d+");
        var looking = Sources.java().stream()
                .map(SourceFile::path)
                .filter(file -> gateway.matcher(Sources.text(file)).find())
                .toList();
        var installed = gateway.matcher(Sources.text(Path.of(".ci/run")));
        assertThat(installed.find()).isTrue();
        assertThat(looking).extracting(file -> file.getName(0).toString()).contains("bench", "e2e", "store-s3");
        for (var file : looking) {
            assertThat(gateway.matcher(Sources.text(file)).results().map(MatchResult::group))
                    .as("%s", file)
                    .containsOnly(installed.group());
        }
    }

    private static List<Path> poms() {
        return Sources.files().stream().filter(file -> file.endsWith("pom.xml")).toList();
    }

    private static Set<String> modulesWithTests() {
        var modules = new TreeSet<String>();
        Sources.tests().stream()
                .filter(file -> file.path().toString().endsWith("Test.java"))
                .forEach(file -> modules.add(file.path().getName(0).toString()));
        return modules;
    }

    private static Set<String> modulesWhosePomSays(String words) {
        var modules = new TreeSet<String>();
        poms().stream()
                .filter(pom -> Sources.text(pom).contains(words))
                .forEach(pom -> modules.add(pom.getName(0).toString()));
        return modules;
    }
}
