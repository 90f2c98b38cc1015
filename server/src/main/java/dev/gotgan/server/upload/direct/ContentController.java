package dev.gotgan.server.upload.direct;

import dev.gotgan.engine.commit.SessionId;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.store.Key;
import dev.gotgan.server.web.Requires;
import dev.gotgan.server.web.Rule;
import dev.gotgan.server.web.problem.Code;
import dev.gotgan.server.web.problem.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Where the links of [UploadLinks] lead.
@RestController
final class ContentController {
    private final UploadLinks links;
    private final ReceiveContent receive;

    ContentController(UploadLinks links, ReceiveContent receive) {
        this.links = links;
        this.receive = receive;
    }

    @PutMapping("/api/v1/uploads/{upload_id}/content")
    @Requires(Rule.SIGNED)
    ResponseEntity<Void> put(
            @PathVariable("upload_id") UUID upload,
            @RequestParam String key,
            @RequestParam String sha256,
            @RequestParam long size,
            @RequestParam long expires,
            @RequestParam String signature,
            HttpServletRequest request)
            throws IOException {
        var allowed = allowed(upload, key, sha256, size, expires);
        links.check(allowed, signature);
        if (request.getContentLengthLong() != size) {
            throw new Refused(Code.HEADER_INVALID, "Content-Length must be " + size + ", the size that was planned.");
        }
        var etag = receive.run(allowed, request.getInputStream());
        return ResponseEntity.ok()
                .eTag("\"" + etag.value().replace("\"", "") + "\"")
                .build();
    }

    private static UploadLinks.Allowed allowed(UUID upload, String key, String sha256, long size, long expires) {
        try {
            return new UploadLinks.Allowed(new SessionId(upload), new Key(key), Sha256.parse(sha256), size, expires);
        } catch (IllegalArgumentException e) {
            throw new Refused(Code.LINK_INVALID, "This is no link of ours.");
        }
    }
}
