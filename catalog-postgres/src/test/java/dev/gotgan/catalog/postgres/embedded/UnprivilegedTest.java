package dev.gotgan.catalog.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gotgan.catalog.postgres.embedded.EmbeddedPostgresException.Trouble;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnprivilegedTest {
    @TempDir
    Path folder;

    @Test
    void rootThatMayNotUnshareBecomesAnotherUserAndTheDataFollowWhoRunsThem() throws Exception {
        assumeTrue(Unprivileged.isRoot(), "only root can become another user");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        var home = Home.at(folder.resolve("postgres"));
        var binaries = Binaries.unpackedIn(home.binaries());
        var nobody = Unprivileged.choose(binaries, List.of(Unprivileged.as("no-such-user"), Unprivileged.as("nobody")));
        var cluster = new InitialCluster(home, binaries, nobody);
        try (var server = EmbeddedPostgres.start(HomeLock.take(home), cluster)) {
            assertThat(TestHome.process(server.pid()).info().user()).contains("nobody");
            assertThat(Files.getOwner(home.data()).getName()).isEqualTo("nobody");
            TestHome.execute(server.dataSource(), "create table cats as select 'Tom' as name");
        }
        var afterwards = new InitialCluster(home, binaries, Unprivileged.running(binaries));
        try (var server = EmbeddedPostgres.start(HomeLock.take(home), afterwards)) {
            assertThat(TestHome.ask(server.dataSource(), "select name from cats"))
                    .isEqualTo("Tom");
        }
        try (var server = EmbeddedPostgres.start(HomeLock.take(home), cluster)) {
            assertThat(TestHome.ask(server.dataSource(), "select name from cats"))
                    .isEqualTo("Tom");
        }
    }

    @Test
    void whereRootCantBeShedOneLineSaysWhatToDo() throws Exception {
        assumeTrue(Unprivileged.isRoot(), "only root can become another user");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        var program = Files.createDirectory(folder.resolve("bin")).resolve("postgres");
        Files.writeString(program, "#!/bin/sh\nexit 0\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        var binaries = new Binaries(folder, "18.6.0");
        assertThatThrownBy(() -> Unprivileged.choose(binaries, List.of(Unprivileged.as("nobody"))))
                .hasMessageStartingWith(Trouble.CANNOT_SHED_ROOT.code())
                .hasMessageContaining("ordinary user")
                .hasMessageContaining("setpriv --reuid=nobody")
                .hasMessageNotContainingAny("\n");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(Unprivileged.choose(binaries, List.of(Unprivileged.as("nobody")))
                        .owner())
                .isEqualTo("nobody");
    }
}
