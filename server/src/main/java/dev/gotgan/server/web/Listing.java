package dev.gotgan.server.web;

import dev.gotgan.server.web.problem.Code;
import dev.gotgan.server.web.problem.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/// How lists are cut into pages: `limit`, `cursor`, and the `Link` to the next page.
public final class Listing {
    /// Rows of one page, at most.
    public static final int MOST = 1000;

    private static final int USUAL = 100;

    private Listing() {}

    /// The limit asked for; 100 where none was.
    public static int limit(@Nullable Integer asked) {
        return limit(asked, USUAL);
    }

    public static int limit(@Nullable Integer asked, int usual) {
        if (asked == null) {
            return usual;
        }
        if (asked < 1 || asked > MOST) {
            throw new Refused(Code.INVALID_PARAMETER, "limit must be 1 to " + MOST + ", not " + asked + ".");
        }
        return asked;
    }

    /// A page as an answer.
    ///
    /// @param next the cursor of the page after it; null on the last one
    public static <T> ResponseEntity<T> page(T rows, @Nullable String next, HttpServletRequest request) {
        return page(rows, next, request, new HttpHeaders());
    }

    /// The same with more headers.
    public static <T> ResponseEntity<T> page(
            T rows, @Nullable String next, HttpServletRequest request, HttpHeaders headers) {
        if (next != null) {
            headers.add(HttpHeaders.LINK, "<" + address(request, next) + ">; rel=\"next\"");
        }
        return ResponseEntity.ok().headers(headers).body(rows);
    }

    /// The present address with another cursor; its query is taken over as it was written.
    private static String address(HttpServletRequest request, String next) {
        var query = Stream.ofNullable(request.getQueryString())
                .flatMap(all -> Stream.of(all.split("&")))
                .filter(part -> !part.startsWith("cursor="));
        var cursor = "cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
        return request.getRequestURI() + "?"
                + Stream.concat(query, Stream.of(cursor)).collect(Collectors.joining("&"));
    }
}
