package dev.gotgan.cli.push;

import dev.gotgan.cli.http.Api;
import dev.gotgan.cli.http.Problem;
import dev.gotgan.cli.http.Unreachable;
import java.util.Optional;

/// Removes the dataset that a push made, once the push is refused for good: nobody asked for an empty one. A push
/// that was interrupted, or may be let in later, keeps it to go on with.
final class TakeBack {
    private final Api api;

    TakeBack(Api api) {
        this.api = api;
    }

    /// Whether the same folder would be refused again, whenever it is pushed, or nothing of it is kept anyway.
    static boolean isFinal(Problem refusal, BeginUpload.Begun begun) {
        return refusal.status() == 422
                || (refusal.status() == 413 && begun.resource().isEmpty());
    }

    /// Whether the dataset is gone. Not if anything was ever committed to it, or somebody else has an upload under way.
    boolean of(BeginUpload.Begun begun) {
        try {
            var dataset = Api.dataset(begun.dataset());
            for (var open : api.get(dataset + "/uploads")) {
                if (!begun.resource()
                        .equals(Optional.of(
                                dataset + "/uploads/" + open.path("upload_id").asString()))) {
                    return false;
                }
            }
            // asked last: an upload that is no longer open may have been committed
            if (api.get(dataset).path("generation").asLong(1) > 0) {
                return false;
            }
            api.delete(dataset + "?storage=true");
            return true;
        } catch (Problem | Unreachable e) {
            return false; // the refusal is the news
        }
    }
}
