package dev.gotgan.server.web.config;

import java.net.InetAddress;
import java.util.Arrays;

/// A network as `10.0.0.0/8`, or a single address.
///
/// @param bits how many leading bits an address must share with `network`
public record AddressRange(InetAddress network, int bits) {
    /// Reads `10.0.0.0/8`, `::1` and the like; never asks a name server.
    ///
    /// @throws IllegalArgumentException it is no such thing
    public static AddressRange parse(String text) {
        var parts = text.split("/", 2);
        var network = InetAddress.ofLiteral(parts[0]);
        int all = network.getAddress().length * 8;
        int bits = parts.length == 1 ? all : Integer.parseInt(parts[1]);
        if (bits < 0 || bits > all) {
            throw new IllegalArgumentException("no network: " + text);
        }
        return new AddressRange(network, bits);
    }

    public boolean holds(InetAddress address) {
        var mine = network.getAddress();
        var other = address.getAddress();
        int whole = bits / 8;
        if (mine.length != other.length || !Arrays.equals(mine, 0, whole, other, 0, whole)) {
            return false;
        }
        int rest = 8 - bits % 8;
        return rest == 8 || (mine[whole] & 0xff) >> rest == (other[whole] & 0xff) >> rest;
    }
}
