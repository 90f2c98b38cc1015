package dev.gotgan.server.upload;

import dev.gotgan.engine.analysis.Workroom;
import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.server.upload.multipart.MultipartInvalid;
import dev.gotgan.server.upload.multipart.MultipartTruncated;
import dev.gotgan.server.upload.spool.Limits;
import dev.gotgan.server.upload.spool.ReceiveForm;
import dev.gotgan.server.upload.spool.ReceivedUpload;
import dev.gotgan.server.upload.spool.Spool;
import dev.gotgan.server.web.live.UploadProgress;
import dev.gotgan.server.web.live.UploadsUnderWay;
import dev.gotgan.server.web.live.Watched;
import dev.gotgan.server.web.problem.Code;
import dev.gotgan.server.web.problem.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/// Takes the body of an upload into a spool of its own, within the limits.
final class ReceiveRequest {
    private static final Logger LOG = LoggerFactory.getLogger(ReceiveRequest.class);

    /// What the client calls its upload, so that it knows the events of it.
    private static final String NAME = "Gotgan-Upload";

    private final Path spools;
    private final Limits limits;
    private final UploadsUnderWay underWay;

    ReceiveRequest(Workroom room, long most, Limits.FreeSpace store, UploadsUnderWay underWay) throws IOException {
        this.underWay = underWay;
        this.spools = room.spool();
        this.limits = new Limits(most, room.files().mostSent(), Limits.FreeSpace.of(spools), store);
    }

    Limits limits() {
        return limits;
    }

    /// The form, opened; whatever fails on the way gives its space back.
    ///
    /// @param fields that it may have beside its files
    ReceivedForm run(HttpServletRequest request, Set<String> fields, Actor actor) throws IOException {
        LOG.info("upload step receive");
        var spool = Spool.in(spools);
        var progress = underWay.begin(request.getHeader(NAME), actor);
        try {
            var received = received(request, spool, fields, progress);
            return new ReceivedForm(spool, UploadForm.of(received, limits, progress), progress);
        } catch (MultipartInvalid e) {
            giveUp(spool, progress);
            throw new Refused(Code.MULTIPART_INVALID, String.valueOf(e.getMessage()));
        } catch (MultipartTruncated e) {
            giveUp(spool, progress);
            throw new Refused(Code.UPLOAD_INCOMPLETE, "The upload stopped half-way; nothing was changed.");
        } catch (IOException | RuntimeException e) {
            giveUp(spool, progress);
            throw e;
        }
    }

    private static void giveUp(Spool spool, UploadProgress progress) {
        spool.close();
        progress.step(UploadProgress.Step.ENDED);
    }

    private ReceivedUpload received(
            HttpServletRequest request, Spool spool, Set<String> fields, UploadProgress progress) throws IOException {
        var boundary = boundary(request);
        var announced = request.getContentLengthLong();
        progress.total(0, Math.max(0, announced));
        return new ReceiveForm(limits, fields)
                .receive(new Watched(request.getInputStream(), progress), announced, boundary, spool);
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
