package dev.gotgan.cli.push;

import dev.gotgan.cli.http.Api;
import dev.gotgan.cli.http.Problem;
import dev.gotgan.cli.http.Unreachable;

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

    /// Whether the dataset is gone. Not if anything was ever committed to it, or somebody else has an upload under way:
    /// the server looks, so that nobody comes in between.
    boolean of(BeginUpload.Begun begun) {
        try {
            api.delete(Api.dataset(begun.dataset()) + "?storage=true&if_unused=true" + own(begun));
            return true;
        } catch (Problem | Unreachable e) {
            return false; // the refusal is the news
        }
    }

    private static String own(BeginUpload.Begun begun) {
        return begun.resource()
                .map(upload -> "&upload=" + upload.substring(upload.lastIndexOf('/') + 1))
                .orElse("");
    }
}
