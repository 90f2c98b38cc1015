package dev.gotgan.engine.wire;

import java.net.URI;

/// Where a request goes.
///
/// An upload has a link for each file, and [URI] takes longer to read one than the wire does to send what is behind it.
///
/// @param authority host and port, as the address gives them
/// @param path      what stands behind, with the query; begins with a slash
public record Target(boolean encrypted, String host, int port, String authority, String path) {
    private static final String PLAIN = "http://";
    private static final String ENCRYPTED = "https://";
    private static final int LARGEST_PORT = 65_535;

    /// Reads an absolute address.
    ///
    /// @throws IllegalArgumentException it is none, names a user, or holds what no line of a request may
    public static Target of(String address) {
        boolean encrypted = address.regionMatches(true, 0, ENCRYPTED, 0, ENCRYPTED.length());
        if (!encrypted && !address.regionMatches(true, 0, PLAIN, 0, PLAIN.length())) {
            throw refused(address);
        }
        int from = (encrypted ? ENCRYPTED : PLAIN).length();
        int to = from;
        while (to < address.length() && "/?".indexOf(address.charAt(to)) < 0) {
            to++;
        }
        var authority = address.substring(from, to);
        int colon = authority.lastIndexOf(':');
        boolean ported = colon > authority.lastIndexOf(']');
        var host = ported ? authority.substring(0, colon) : authority;
        if (host.isEmpty() || authority.indexOf('@') >= 0) {
            throw refused(address);
        }
        int port =
                ported && colon + 1 < authority.length() ? port(authority, colon + 1, address) : encrypted ? 443 : 80;
        return new Target(encrypted, host, port, authority, path(address, to));
    }

    /// The same, of one that was read already.
    public static Target of(URI address) {
        return of(address.toString());
    }

    /// Another path of the same server.
    ///
    /// @param path with its query
    public Target at(String path) {
        return new Target(encrypted, host, port, authority, path(path, 0));
    }

    /// Scheme and authority.
    public String origin() {
        return (encrypted ? ENCRYPTED : PLAIN) + authority;
    }

    private static int port(String authority, int from, String address) {
        int port = 0;
        for (int i = from; i < authority.length(); i++) {
            char digit = authority.charAt(i);
            port = port * 10 + digit - '0';
            if (digit < '0' || digit > '9' || port > LARGEST_PORT) {
                throw refused(address);
            }
        }
        return port;
    }

    private static String path(String address, int from) {
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            if (c <= ' ' || c > '~' || c == '#') {
                throw refused(address);
            }
        }
        var path = address.substring(from);
        return path.startsWith("/") ? path : "/" + path;
    }

    private static IllegalArgumentException refused(String address) {
        return new IllegalArgumentException("no http:// or https:// address: " + address);
    }

    @Override
    public String toString() {
        return origin() + path;
    }
}
