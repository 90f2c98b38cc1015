package dev.gotgan.server.upload;

import dev.gotgan.server.upload.multipart.MultipartInvalid;
import dev.gotgan.server.upload.multipart.MultipartTruncated;
import dev.gotgan.server.upload.spool.Limits;
import dev.gotgan.server.upload.spool.ReceiveForm;
import dev.gotgan.server.upload.spool.ReceivedUpload;
import dev.gotgan.server.upload.spool.Spool;
import dev.gotgan.server.web.problem.Code;
import dev.gotgan.server.web.problem.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/// Takes the body of an upload into a spool of its own, within the limits.
final class ReceiveRequest {
    private static final Logger LOG = LoggerFactory.getLogger(ReceiveRequest.class);
    private static final Set<String> FIELDS = Set.of(
            "name",
            "description",
            "task_type",
            "format_hint",
            "visibility",
            "tags",
            "strip_top",
            "prefix",
            "id",
            "platform",
            "labels_only",
            "mode",
            "message");

    private final Path spools;
    private final Limits limits;

    ReceiveRequest(Path spools, long most) throws IOException {
        this.spools = Files.createDirectories(spools);
        this.limits = new Limits(most, Limits.FreeSpace.of(spools));
    }

    Spool spool() throws IOException {
        return Spool.in(spools);
    }

    Limits limits() {
        return limits;
    }

    UploadForm run(HttpServletRequest request, Spool spool) throws IOException {
        LOG.info("upload step receive");
        try {
            return UploadForm.of(received(request, spool), limits);
        } catch (MultipartInvalid e) {
            throw new Refused(Code.MULTIPART_INVALID, String.valueOf(e.getMessage()));
        } catch (MultipartTruncated e) {
            throw new Refused(Code.UPLOAD_INCOMPLETE, "The upload stopped half-way; nothing was changed.");
        }
    }

    private ReceivedUpload received(HttpServletRequest request, Spool spool) throws IOException {
        return new ReceiveForm(limits, FIELDS)
                .receive(request.getInputStream(), request.getContentLengthLong(), boundary(request), spool);
    }

    private static String boundary(HttpServletRequest request) {
        var type = request.getContentType();
        try {
            var parsed = type == null ? null : MediaType.parseMediaType(type);
            var boundary = parsed == null ? null : parsed.getParameter("boundary");
            if (parsed != null && boundary != null && MediaType.MULTIPART_FORM_DATA.isCompatibleWith(parsed)) {
                return boundary.startsWith("\"") && boundary.endsWith("\"") && boundary.length() > 1
                        ? boundary.substring(1, boundary.length() - 1)
                        : boundary;
            }
        } catch (InvalidMediaTypeException e) {
            LOG.debug("no media type: {}", e.getMessage());
        }
        throw new Refused(Code.UNSUPPORTED_MEDIA_TYPE, "An upload is multipart/form-data with a boundary.");
    }
}
