package dev.gotgan.engine.simulation;

import dev.gotgan.engine.commit.CommitRefused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Who acts in a schedule: servers that come and go, and their uploads.
final class Actions {
    private static final List<String> PATHS = List.of("a", "a/b", "a/b/c", "a/d", "e", "e/f", "g");
    private static final List<String> TEXTS = List.of("one", "two", "three", "four");
    private static final List<Duration> TIMES = List.of(
            Duration.ofSeconds(20),
            Duration.ofSeconds(70),
            Duration.ofMinutes(16),
            Duration.ofMinutes(32),
            Duration.ofHours(2),
            Duration.ofHours(3),
            Duration.ofDays(3),
            Duration.ofDays(5));

    private final World world;
    private final Random dice;
    private final List<Server> servers = new ArrayList<>();
    private final List<Upload> uploads = new ArrayList<>();
    private final int atOnce;
    private int started;

    Actions(World world, Random dice, int atOnce) {
        this.world = world;
        this.dice = dice;
        this.atOnce = atOnce;
    }

    void act(int times) {
        for (int i = 0; i < times; i++) {
            act();
        }
    }

    void act() {
        try {
            one();
        } catch (Crashed e) {
            world.note("killed in the middle");
        }
    }

    private void one() {
        int drawn = dice.nextInt(100);
        if (drawn < 12) {
            world.pass(TIMES.get(dice.nextInt(world.isHurried() ? 3 : TIMES.size())));
            world.note("time has passed");
            return;
        }
        if (drawn < 22) {
            world.deliver();
            return;
        }
        var server = awake();
        if (server == null) {
            return;
        }
        if (drawn < 26) {
            kill(server);
        } else if (drawn < 45) {
            server.publish(world.dataset());
        } else if (drawn < 55) {
            server.sweep();
        } else if (drawn < 65 || uploads.isEmpty()) {
            begin(server);
        } else {
            goOn();
        }
    }

    /// A server that can act, started if there are too few.
    private @Nullable Server awake() {
        servers.removeIf(Server::isDead);
        if (servers.size() < atOnce) {
            servers.add(new Server(world, "S" + ++started));
        }
        var awake = servers.stream().filter(Server::isAwake).toList();
        return awake.isEmpty() ? null : awake.get(dice.nextInt(awake.size()));
    }

    private void kill(Server server) {
        server.kill();
        servers.remove(server);
        world.note(server + " is killed");
    }

    private void begin(Server server) {
        try {
            uploads.add(new Upload(world, server, world.driver(), wishes()));
        } catch (CommitRefused e) {
            world.note("no upload: " + e.getMessage());
        }
    }

    /// Some paths get another content, some go; where a file stands in the way of a folder it goes too.
    private Map<String, @Nullable String> wishes() {
        var wishes = new TreeMap<String, @Nullable String>();
        int many = 1 + dice.nextInt(3);
        for (int i = 0; i < many; i++) {
            var path = PATHS.get(dice.nextInt(PATHS.size()));
            if (world.chance(4)) {
                wishes.putIfAbsent(path, null);
            } else if (PATHS.stream().noneMatch(other -> kin(path, other) && wishes.get(other) != null)) {
                wishes.put(path, TEXTS.get(dice.nextInt(TEXTS.size())));
                PATHS.stream().filter(other -> kin(path, other)).forEach(other -> wishes.put(other, null));
            }
        }
        return wishes;
    }

    private static boolean kin(String a, String b) {
        return a.startsWith(b + "/") || b.startsWith(a + "/");
    }

    private void goOn() {
        var upload = uploads.get(dice.nextInt(uploads.size()));
        if (upload.isOver()) {
            uploads.remove(upload);
        } else if (world.chance(40)) {
            upload.giveUp();
        } else {
            upload.step();
        }
    }

    /// Those that can still be ended are ended, one way or the other.
    void endUploads() {
        for (var upload : List.copyOf(uploads)) {
            for (int i = 0; i < 20 && !upload.isOver(); i++) {
                upload.step();
            }
        }
        uploads.clear();
        List.copyOf(servers).forEach(this::kill);
    }

    void sweep() {
        var server = awake();
        if (server != null) {
            server.sweep();
        }
    }

    void beat() {
        servers.forEach(Server::beat);
    }
}
