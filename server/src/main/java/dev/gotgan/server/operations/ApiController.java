package dev.gotgan.server.operations;

import dev.gotgan.server.web.Requires;
import dev.gotgan.server.web.Rule;
import dev.gotgan.server.web.problem.Code;
import dev.gotgan.server.web.problem.Refused;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The API's description, as it was written first, and a page to try it on.
@RestController
final class ApiController {
    private static final String DESCRIPTION = "/dev/gotgan/server/api/gotgan.yaml";
    private static final String OUR_PAGE = "/dev/gotgan/server/api/";
    private static final String THEIRS = "/META-INF/resources/webjars/swagger-ui/" + SwaggerVersion.NUMBER + "/";
    private static final Map<String, String> TYPES = Map.of(
            "index.html", "text/html; charset=utf-8",
            "start.js", "text/javascript; charset=utf-8",
            "swagger-ui.css", "text/css; charset=utf-8",
            "swagger-ui-bundle.js", "text/javascript; charset=utf-8",
            "favicon-32x32.png", "image/png");

    @GetMapping("/api/v1/openapi.yaml")
    @Requires(Rule.PUBLIC)
    void description(HttpServletResponse response) throws IOException {
        send(DESCRIPTION, "application/yaml", response);
    }

    @GetMapping({"/swagger-ui", "/swagger-ui.html"})
    @Requires(Rule.PUBLIC)
    void page(HttpServletResponse response) throws IOException {
        response.sendRedirect("/swagger-ui/index.html");
    }

    @GetMapping("/swagger-ui/{asset}")
    @Requires(Rule.PUBLIC)
    void page(@PathVariable String asset, HttpServletResponse response) throws IOException {
        var type = TYPES.get(asset);
        if (type == null) {
            throw new Refused(Code.NOT_FOUND, "There is nothing at this address.");
        }
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
                        + "connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'");
        var ours = asset.equals("index.html") || asset.equals("start.js");
        send((ours ? OUR_PAGE : THEIRS) + asset, type, response);
    }

    private static void send(String resource, String type, HttpServletResponse response) throws IOException {
        try (InputStream bytes = ApiController.class.getResourceAsStream(resource)) {
            if (bytes == null) {
                throw new IOException("this build lacks " + resource);
            }
            response.setContentType(type);
            bytes.transferTo(response.getOutputStream());
        }
    }
}
