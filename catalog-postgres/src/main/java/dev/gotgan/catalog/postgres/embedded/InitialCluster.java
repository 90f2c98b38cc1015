package dev.gotgan.catalog.postgres.embedded;

import dev.gotgan.catalog.postgres.embedded.EmbeddedPostgresException.Trouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;

/// Makes the cluster the first time: initdb works in a side folder that is renamed when it is whole.
record InitialCluster(Home home, Binaries binaries, Unprivileged unprivileged) {
    static final String SUPERUSER = "postgres";
    static final String SETTINGS = "gotgan.conf";
    private static final Duration LIMIT = Duration.ofMinutes(5);

    /// Leaves a cluster that these binaries can run, owned by who will run it, with the settings of this build.
    void ensure() {
        Home.attempt(home.data(), () -> {
            if (!Files.exists(home.data())) {
                make();
            }
            checkVersion();
            unprivileged.own(home.data());
            settle();
            return home;
        });
    }

    private void make() throws IOException {
        var folder = home.dataInTheMaking();
        home.deleteUnfinishedData();
        Files.createDirectory(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        unprivileged.own(folder);
        unprivileged.own(home.password());
        var outcome = initdb(folder.toString()).after(unprivileged.prefix()).run(home.folder(), LIMIT);
        if (!outcome.isGood()) {
            Home.deleteTree(folder);
            throw new EmbeddedPostgresException(
                    Trouble.INIT_FAILED,
                    "initdb could not make a database in " + folder + ". It said: " + outcome.said());
        }
        Files.writeString(
                folder.resolve("postgresql.conf"),
                "\ninclude = '" + SETTINGS + "'\n",
                StandardOpenOption.APPEND,
                StandardOpenOption.SYNC);
        Home.moveInto(folder, home.data());
    }

    private Command initdb(String folder) {
        return new Command(
                binaries.program("initdb"),
                "--pgdata=" + folder,
                "--username=" + SUPERUSER,
                "--auth=scram-sha-256",
                "--pwfile=" + home.password(),
                "--data-checksums",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C");
    }

    private void checkVersion() throws IOException {
        var found = Files.readString(home.data().resolve("PG_VERSION")).strip();
        if (!found.equals(binaries.major())) {
            throw new EmbeddedPostgresException(
                    Trouble.OTHER_VERSION,
                    "the database in " + home.data() + " was made by PostgreSQL " + found + ", this build brings "
                            + binaries.version()
                            + ". Run the Gotgan that made it, or move its rows over with pg_dump.");
        }
    }

    private void settle() throws IOException {
        try (var settings = InitialCluster.class.getResourceAsStream(SETTINGS)) {
            if (settings == null) {
                throw new IOException(SETTINGS + " is missing from the jar");
            }
            var file = home.data().resolve(SETTINGS);
            Home.write(file, new String(settings.readAllBytes(), StandardCharsets.UTF_8));
            unprivileged.own(file);
        }
    }
}
