package dev.gotgan.catalog.postgres.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/// A server in a process of its own, to be killed: starts the database, commits a row, says so and waits.
final class HoldsPostgres {
    private HoldsPostgres() {}

    public static void main(String[] args) throws IOException, SQLException {
        try (var server = TestHome.start(Path.of(args[0]))) {
            TestHome.execute(server.dataSource(), "create table cats (name text)");
            TestHome.execute(server.dataSource(), "insert into cats values ('committed')");
            IO.println("pid " + server.pid());
            System.in.read();
        }
    }

    static Process spawn(Path home) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HoldsPostgres.class.getName(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /// The postmaster's pid, when it has committed its row.
    static long awaitReady(Process process) throws IOException {
        var line = process.inputReader().readLine();
        if (line == null || !line.startsWith("pid ")) {
            throw new IOException("the child said: " + line);
        }
        return Long.parseLong(line.substring(4));
    }
}
