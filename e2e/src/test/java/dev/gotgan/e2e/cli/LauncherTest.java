package dev.gotgan.e2e.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.e2e.parts.Repository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `./gotgan` on machines that lack something: a copy of the launcher, a PATH of our own, and a Maven that only says
/// with what it was called.
class LauncherTest {
    private static final List<String> TOOLS = List.of(
            "sh",
            "sed",
            "grep",
            "readlink",
            "dirname",
            "find",
            "sort",
            "cksum",
            "cut",
            "ls",
            "mkdir",
            "rm",
            "cp",
            "mv",
            "pwd",
            "head",
            "flock",
            "javac");

    @TempDir
    Path machine;

    private Path project;
    private Path path;

    @BeforeEach
    void copy() throws IOException {
        project = Files.createDirectories(machine.resolve("project"));
        Files.createDirectories(project.resolve(".mvn"));
        Files.copy(Repository.root().resolve("gotgan"), project.resolve("gotgan"));
        Files.copy(Repository.root().resolve(".mvn/jdk25.sh"), project.resolve(".mvn/jdk25.sh"));
        Files.writeString(project.resolve("pom.xml"), "<project/>");
        for (String module : List.of("engine", "store-s3", "imaging", "catalog-postgres", "web", "server", "cli")) {
            Files.createDirectories(project.resolve(module));
        }
        path = Files.createDirectories(machine.resolve("bin"));
        for (String tool : TOOLS) {
            for (String place : List.of("/usr/bin/", "/bin/")) {
                if (Files.exists(Path.of(place + tool)) && !Files.exists(path.resolve(tool))) {
                    Files.createSymbolicLink(path.resolve(tool), Path.of(place + tool));
                }
            }
        }
        program("mvn", "echo \"called with $*\"; exit 7");
        program("node", "exit 0");
        program("npm", "exit 0");
    }

    private void program(String name, String script) throws IOException {
        var file = Files.writeString(path.resolve(name), "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "ls", "test", "build"})
    void aMissingMavenIsOneClearLine(String command) throws Exception {
        Files.delete(path.resolve("mvn"));
        var end = run(command);
        assertThat(end.exit).isEqualTo(3);
        assertThat(end.lines).singleElement().asString().contains("needs Maven").contains("apt-get install maven");
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "ls", "test", "build"})
    void aMissingNodeIsOneClearLine(String command) throws Exception {
        Files.delete(path.resolve("npm"));
        var end = run(command);
        assertThat(end.exit).isEqualTo(3);
        assertThat(end.lines).singleElement().asString().contains("needs Node").contains("apt-get install npm");
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "ls", "test", "walls", "build"})
    void aMissingJdkIsOneClearLine(String command) throws Exception {
        var script = project.resolve(".mvn/jdk25.sh");
        Files.writeString(script, Files.readString(script).replace("/usr/lib/jvm/", "/nowhere/"));
        Files.deleteIfExists(path.resolve("javac"));
        var end = run(command);
        assertThat(end.exit).isEqualTo(3);
        assertThat(end.lines)
                .singleElement()
                .asString()
                .contains("needs a JDK 25")
                .contains("temurin-25-jdk");
    }

    @Test
    void testHandsItsArgumentsToMavenAndItsEndBack() throws Exception {
        var end = run("test", "-pl", "engine");
        assertThat(end.exit).isEqualTo(7);
        assertThat(end.lines).containsExactly("called with -B -ntp verify -pl engine");
    }

    @Test
    void aBuildThatFailsIsSaidWithItsErrors() throws Exception {
        program("mvn", "echo '[INFO] fine'; echo '[ERROR] Foo.java:[1,2] no'; exit 1");
        var end = run("serve");
        assertThat(end.exit).isEqualTo(1);
        assertThat(end.lines).hasSize(3).anyMatch(line -> line.contains("Foo.java:[1,2] no"));
        assertThat(end.lines.getLast()).contains("the build failed").contains("build.log");
    }

    @Test
    void whatIsBuiltIsBuiltAgainOnlyWhenASourceChanged() throws Exception {
        program("mvn", """
                for part in server cli; do
                  mkdir -p "$PWD/$part/target/quick/lib"
                  echo jar > "$PWD/$part/target/quick/gotgan-$part.jar"
                done
                echo built >> "$PWD/builds\"""");
        Files.createDirectories(project.resolve("cli/src/main"));
        Files.createDirectories(project.resolve("engine/src/test"));
        run("build");
        run("build");
        assertThat(project.resolve("builds")).hasContent("built");
        Files.writeString(project.resolve("engine/src/test/ATest.java"), "a test is in no jar");
        run("build");
        assertThat(project.resolve("builds")).hasContent("built");
        Files.writeString(project.resolve("cli/src/main/New.java"), "class New {}");
        run("build");
        assertThat(project.resolve("builds")).hasContent("built\nbuilt");
    }

    private record End(int exit, List<String> lines) {}

    private End run(String... arguments) throws IOException, InterruptedException {
        var command =
                new ArrayList<>(List.of("/bin/sh", project.resolve("gotgan").toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        var environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("JAVA_HOME") || name.startsWith("GOTGAN_"));
        environment.remove("JDK25_HOME");
        environment.put("PATH", path.toString());
        environment.put("HOME", machine.toString());
        var process = builder.start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new End(process.waitFor(), said.lines().toList());
    }
}
