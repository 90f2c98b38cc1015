package dev.gotgan.cli.push;

import dev.gotgan.cli.http.Api;
import dev.gotgan.cli.http.Problem;
import dev.gotgan.cli.push.PushFolder.Order;
import dev.gotgan.cli.screen.Output;
import java.io.IOException;
import java.util.Optional;

/// Goes on with the upload that an interrupted push left, else opens one.
final class BeginUpload {
    private final Api api;
    private final Output output;
    private final Interrupted memory;

    BeginUpload(Api api, Output output, Interrupted memory) {
        this.api = api;
        this.output = output;
        this.memory = memory;
    }

    /// Where the files go.
    ///
    /// @param resource the path of the open upload; empty where the store does not let clients write
    record Begun(String dataset, Optional<String> resource) {}

    /* A push that was killed after its commit, before it saw the answer, is met by its dataset: everything is there, and
    there is nothing to commit. */
    Begun run(Order order) throws IOException {
        var kept = memory.find();
        if (kept.isPresent() && goesOn(kept.get())) {
            return new Begun(kept.get().dataset(), Optional.of(resource(kept.get())));
        }
        var dataset = dataset(order, kept);
        memory.keep(new Interrupted.Upload(dataset, ""));
        var opened = open(dataset, order);
        if (opened.isPresent()) {
            memory.keep(opened.get());
        }
        return new Begun(dataset, opened.map(BeginUpload::resource));
    }

    private boolean goesOn(Interrupted.Upload kept) {
        if (kept.upload().isEmpty()) {
            return false;
        }
        try {
            var open = api.get(resource(kept));
            output.err()
                    .printf(
                            "going on with the upload of %s: %s files were planned%n",
                            open.path("opened_at").asString(),
                            open.path("files").asString());
            HttpPushTarget.missing(api, resource(kept)); // what arrived counts, whoever saw the answer
            return true;
        } catch (Problem e) {
            if (e.status() == 404) {
                return false;
            }
            throw e;
        }
    }

    private String dataset(Order order, Optional<Interrupted.Upload> kept) {
        if (order.to() != null) {
            return order.to();
        }
        return kept.map(Interrupted.Upload::dataset)
                .filter(this::exists)
                .orElseGet(
                        () -> api.post(Api.DATASETS, order.create()).path("id").asString());
    }

    private boolean exists(String dataset) {
        try {
            api.get(Api.dataset(dataset));
            output.err().printf("going on with %s, which the last push began%n", dataset);
            return true;
        } catch (Problem e) {
            if (e.status() == 404) {
                return false;
            }
            throw e;
        }
    }

    private Optional<Interrupted.Upload> open(String dataset, Order order) {
        try {
            var opened = api.post(Api.dataset(dataset) + "/uploads", order.open());
            return Optional.of(
                    new Interrupted.Upload(dataset, opened.path("upload_id").asString()));
        } catch (Problem e) {
            if (e.code().equals("direct_upload_unavailable")) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static String resource(Interrupted.Upload upload) {
        return Api.dataset(upload.dataset()) + "/uploads/" + upload.upload();
    }
}
