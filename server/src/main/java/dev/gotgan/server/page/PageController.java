package dev.gotgan.server.page;

import dev.gotgan.server.page.WebFiles.Form;
import dev.gotgan.server.web.Requires;
import dev.gotgan.server.web.Rule;
import dev.gotgan.server.web.problem.Code;
import dev.gotgan.server.web.problem.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The application's document at every address that is a screen, and the files that it asks for.
///
/* Which addresses are screens is the browser's router's business: whatever the API does not claim for itself gets the
document, and the router says "no such page". Only what can't be a screen is refused here: the API's own ground, and
names with an ending, which are files that this build does not have (an old tab asking for yesterday's assets must
hear 404, not get a document where it wants a script). */
@Controller
final class PageController {
    private static final String DOCUMENT = "index.html";
    private static final String ASSETS = "assets/";
    private static final String SCREENS = "/{area:(?!api$|actuator$|swagger-ui$|healthz$).+}";
    private static final String KEPT_FOR_EVER = "public, max-age=31536000, immutable";
    private static final String ASKED_EACH_TIME = "no-cache";

    /* Styles alone may stand inline: the kit sets sizes and colours in style attributes. Pictures and thumbnails come from
    here, whatever the store. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' blob: data:; font-src 'self'; connect-src 'self'; worker-src 'self'; "
            + "manifest-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    /* A worker lives by the policy of its own file. The one that uploads sends files to wherever the store takes them,
    which is a bucket's own address for some, and hashes large ones in WebAssembly. */
    private static final String SCRIPT_POLICY =
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self' https: http:";

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html;charset=utf-8",
            "js", "text/javascript;charset=utf-8",
            "css", "text/css;charset=utf-8",
            "svg", "image/svg+xml",
            "json", "application/json",
            "woff2", "font/woff2",
            "png", "image/png");

    private final WebFiles files;

    PageController(WebFiles files) {
        this.files = files;
    }

    @GetMapping({"/", SCREENS, SCREENS + "/{*rest}"})
    @Requires(Rule.PUBLIC)
    void page(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var name = request.getRequestURI().substring(1);
        if (files.has(name) && !name.equals(DOCUMENT)) {
            send(name, name.startsWith(ASSETS) ? KEPT_FOR_EVER : ASKED_EACH_TIME, request, response);
        } else if (name.startsWith(ASSETS) || name.contains(".")) {
            throw nothing("There is nothing at this address.");
        } else if (files.has(DOCUMENT)) {
            send(DOCUMENT, ASKED_EACH_TIME, request, response);
        } else {
            throw nothing("This server was built without its web application; build it without -Dskip.web.");
        }
    }

    private void send(String name, String caching, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var packed = acceptsGzip(request) ? files.bytes(name, Form.GZIP) : null;
        var bytes = packed == null ? files.bytes(name, Form.PLAIN) : packed;
        if (bytes == null) {
            throw new IOException("this build lists and lacks " + name);
        }
        response.setContentType(TYPES.getOrDefault(ending(name), "application/octet-stream"));
        response.setHeader(HttpHeaders.CACHE_CONTROL, caching);
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (name.equals(DOCUMENT)) {
            response.setHeader("Content-Security-Policy", POLICY);
        } else if (name.endsWith(".js")) {
            response.setHeader("Content-Security-Policy", SCRIPT_POLICY);
        }
        if (packed != null) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private static boolean acceptsGzip(HttpServletRequest request) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        return Stream.ofNullable(accepted)
                .flatMap(all -> Stream.of(all.split(",")))
                .map(String::strip)
                .anyMatch(coding -> coding.equals("gzip") || (coding.startsWith("gzip;") && !coding.endsWith("q=0")));
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static Refused nothing(String detail) {
        return new Refused(Code.NOT_FOUND, detail);
    }
}
