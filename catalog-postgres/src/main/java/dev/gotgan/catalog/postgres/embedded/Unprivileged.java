package dev.gotgan.catalog.postgres.embedded;

import dev.gotgan.catalog.postgres.embedded.EmbeddedPostgresException.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How to run PostgreSQL, which refuses to be root: the words before each command, and who must own its files.
///
/// `unshare -U` takes root's powers away and leaves the files root's. Containers often forbid user namespaces;
/// there `setpriv` becomes `postgres` or `nobody`, and the files become theirs. Who is not root needs neither.
record Unprivileged(List<String> prefix, @Nullable String owner) {
    private static final Duration A_WHILE = Duration.ofSeconds(20);
    private static final Unprivileged AS_WE_ARE = new Unprivileged(List.of(), null);
    private static final Unprivileged OWN_NAMESPACE = new Unprivileged(List.of("unshare", "-U"), "root");

    static Unprivileged running(Binaries binaries) {
        if (!isRoot()) {
            return AS_WE_ARE;
        }
        return choose(binaries, List.of(OWN_NAMESPACE, as("postgres"), as("nobody")));
    }

    /// The first way that can run the very program.
    static Unprivileged choose(Binaries binaries, List<Unprivileged> ways) {
        var refusals = new StringBuilder();
        for (var way : ways) {
            var tried = new Command(binaries.program("postgres"), "--version")
                    .after(way.prefix)
                    .run(binaries.folder(), A_WHILE);
            if (tried.isGood()) {
                return way;
            }
            refusals.append(" [")
                    .append(String.join(" ", way.prefix))
                    .append(": ")
                    .append(tried.said())
                    .append("]");
        }
        throw new EmbeddedPostgresException(
                Trouble.CANNOT_SHED_ROOT,
                "PostgreSQL does not run as root, and nothing here can shed it. Start Gotgan as an ordinary user, or let"
                        + " user `postgres` or `nobody` enter " + binaries.folder() + ". Tried:" + refusals);
    }

    static Unprivileged as(String user) {
        return new Unprivileged(
                List.of("setpriv", "--reuid=" + user, "--regid=" + groupOf(user), "--clear-groups"), user);
    }

    /// Hands a file, or a folder with all in it, to who will run PostgreSQL. Cheap when it is theirs already.
    void own(Path root) throws IOException {
        if (owner == null) {
            return;
        }
        var users = root.getFileSystem().getUserPrincipalLookupService();
        var user = users.lookupPrincipalByName(owner);
        if (Files.getOwner(root, LinkOption.NOFOLLOW_LINKS).equals(user)) {
            return;
        }
        /* The root comes last: a chown that was cut off is taken up again. */
        try (Stream<Path> walk = Files.walk(root)) {
            for (var path : walk.toList().reversed()) {
                Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                        .setOwner(user);
            }
        }
    }

    static boolean isRoot() {
        return Home.attempt(
                Path.of("/proc/self"),
                () -> Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid")));
    }

    /// The fourth field of the user's line; `nobody`'s group has another name on each system.
    private static String groupOf(String user) {
        return Home.attempt(Path.of("/etc/passwd"), () -> {
            try (var lines = Files.lines(Path.of("/etc/passwd"))) {
                return lines.map(line -> line.split(":", -1))
                        .filter(fields -> fields.length > 3 && fields[0].equals(user))
                        .map(fields -> fields[3])
                        .findFirst()
                        .orElse(user);
            }
        });
    }
}
