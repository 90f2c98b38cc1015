package dev.gotgan.catalog.postgres;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Where a PostgreSQL is and who we are there, as `GOTGAN_DATABASE_URL` has it:
/// `postgresql://user:password@host:port/database?sslmode=require`, with percent-encoding where a name or a password
/// needs it. `postgres://` and `jdbc:postgresql://` are taken too.
///
/// @param jdbc without user and password
public record DatabaseUrl(String jdbc, String user, String password) {
    /// @throws IllegalArgumentException what is wrong, without the password
    public static DatabaseUrl parse(String url) {
        var plain = url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url;
        try {
            return of(new URI(plain));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("no database URL: percent-encode special characters in it");
        }
    }

    private static DatabaseUrl of(URI uri) {
        var scheme = uri.getScheme();
        if (!"postgresql".equals(scheme) && !"postgres".equals(scheme)) {
            throw new IllegalArgumentException("a database URL starts with postgresql://");
        }
        var host = uri.getHost();
        var path = uri.getRawPath();
        if (host == null || path == null || path.length() < 2) {
            throw new IllegalArgumentException("a database URL names a host and a database: postgresql://host/name");
        }
        var query = uri.getRawQuery();
        var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        var jdbc = "jdbc:postgresql://" + host + port + path + (query == null ? "" : "?" + query);
        return new DatabaseUrl(jdbc, part(uri.getRawUserInfo(), 0), part(uri.getRawUserInfo(), 1));
    }

    private static String part(@Nullable String userInfo, int index) {
        var parts = userInfo == null ? new String[0] : userInfo.split(":", 2);
        return index < parts.length ? URLDecoder.decode(parts[index].replace("+", "%2B"), StandardCharsets.UTF_8) : "";
    }

    @Override
    public String toString() {
        return user + "@" + jdbc;
    }
}
