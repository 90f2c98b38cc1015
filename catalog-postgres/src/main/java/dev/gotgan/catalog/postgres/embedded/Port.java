package dev.gotgan.catalog.postgres.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.random.RandomGenerator;

/// The TCP port on the loopback, kept in a file so that it stays the same from start to start.
record Port(int number) {
    /* Below the range from which the kernel takes ports for outgoing connections: otherwise any of them could sit on
    ours while the server is down, or a client could even connect to itself. */
    private static final int LOWEST = 15_000;
    private static final int HIGHEST = 32_000;
    private static final int TRIES = 200;
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    /// The kept port while it is free, otherwise another free one, which is kept from now on.
    static Port freeFor(Home home) {
        return Home.attempt(home.port(), () -> {
            var kept = Files.exists(home.port()) ? parse(Files.readString(home.port())) : 0;
            return kept > 0 && isFree(kept) ? new Port(kept) : pick(home);
        });
    }

    private static Port pick(Home home) throws IOException {
        for (var i = 0; i < TRIES; i++) {
            var candidate = RandomGenerator.getDefault().nextInt(LOWEST, HIGHEST);
            if (isFree(candidate)) {
                Home.write(home.port(), candidate + "\n");
                return new Port(candidate);
            }
        }
        throw new IOException("no free port between " + LOWEST + " and " + HIGHEST);
    }

    private static int parse(String text) {
        var digits = text.strip();
        return digits.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(digits) : 0;
    }

    private static boolean isFree(int number) {
        try (var socket = new ServerSocket(number, 1, InetAddress.getByAddress(LOOPBACK))) {
            return socket.isBound();
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }
}
