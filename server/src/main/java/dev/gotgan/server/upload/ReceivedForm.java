package dev.gotgan.server.upload;

import dev.gotgan.server.upload.spool.Spool;
import dev.gotgan.server.web.live.UploadProgress;
import java.io.IOException;

/// A form and the folder it lies in, given back by whoever has it last: the request, or the task it was handed to.
final class ReceivedForm implements AutoCloseable {
    private final Spool spool;
    private final UploadForm form;
    private final UploadProgress progress;
    private boolean handedOver;

    ReceivedForm(Spool spool, UploadForm form, UploadProgress progress) {
        this.progress = progress;
        this.spool = spool;
        this.form = form;
    }

    UploadForm form() {
        return form;
    }

    UploadFields fields() {
        return new UploadFields(form.received());
    }

    /// From now on [#close] does nothing; whoever took it calls [#end].
    void handOver() {
        handedOver = true;
    }

    void end() throws IOException {
        progress.step(UploadProgress.Step.ENDED); // unless it was committed
        try (spool) {
            form.close();
        }
    }

    @Override
    public void close() throws IOException {
        if (!handedOver) {
            end();
        }
    }
}
