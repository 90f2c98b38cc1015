package dev.gotgan.store.s3;

import dev.gotgan.engine.store.Key;
import dev.gotgan.engine.store.StoreException;
import dev.gotgan.engine.wire.Answer;
import dev.gotgan.engine.wire.WireException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// Says in the port's words what a failed request of S3 means.
final class Failure {
    private static final Pattern CODE = Pattern.compile("<Code>([A-Za-z0-9]{1,80})</Code>");
    private static final Pattern MESSAGE = Pattern.compile("<Message>([^<]{1,300})");

    private Failure() {}

    /// What a request was to do: the same answer means another thing to each.
    enum Deed {
        /// A write that another write may have come before.
        CREATE,
        REPLACE,
        READ,
        /// `key` is where it goes.
        COPY
    }

    /// Of an answer that was no success. Reads its body.
    static StoreException of(Deed deed, Key key, Answer answer) throws IOException {
        var detail = answer.detail();
        var code = CODE.matcher(detail);
        var message = MESSAGE.matcher(detail);
        var name = code.find() ? code.group(1) : "";
        return of(deed, key, answer.status(), name, message.find() ? message.group(1) : "");
    }

    /// Of a request that got no answer.
    static StoreException of(Deed deed, Key key, IOException failure) {
        return switch (failure) {
            case WireException.NotAnnounced _ -> new StoreException.Mismatch(key);
            case WireException.Unreachable e -> new StoreException.Unavailable(key, e);
            case WireException.Broken e -> new StoreException.Unavailable(key, e);
            default ->
                deed == Deed.READ
                        ? new StoreException.Unavailable(key, failure)
                        : new StoreException.InDoubt(key, failure);
        };
    }

    /// Of a call of the SDK.
    static StoreException of(Deed deed, Key key, SdkException failure) {
        if (failure instanceof S3Exception refused && refused.statusCode() >= 300) {
            var details = refused.awsErrorDetails();
            var code = details == null || details.errorCode() == null ? "" : details.errorCode();
            var message = details == null || details.errorMessage() == null ? "" : details.errorMessage();
            return of(deed, key, refused.statusCode(), code, message);
        }
        if (failure instanceof S3Exception || !neverSent(failure)) { // a 200 may hold an error too
            return deed == Deed.READ
                    ? new StoreException.Unavailable(key, failure)
                    : new StoreException.InDoubt(key, failure);
        }
        return new StoreException.Unavailable(key, failure);
    }

    /// Of a call of the SDK that is about no single key.
    static StoreException of(String what, SdkException failure) {
        if (failure instanceof S3Exception refused) {
            var details = refused.awsErrorDetails();
            var code = details == null || details.errorCode() == null ? "" : details.errorCode();
            var message = details == null || details.errorMessage() == null ? "" : details.errorMessage();
            return switch (Dialect.meaning(refused.statusCode(), code)) {
                case PASSING, IN_DOUBT -> new StoreException.Unavailable(what, failure);
                case MISMATCH, OBSTRUCTED, FULL, MISSING, CONDITION, LASTING ->
                    StoreException.Unavailable.lasting(what, words(refused.statusCode(), code, message));
            };
        }
        return new StoreException.Unavailable(what, failure);
    }

    private static boolean neverSent(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
                return true;
            }
        }
        return false;
    }

    private static IOException words(int status, String code, String message) {
        // what answers a HEAD has no body to say why
        var name = code.isEmpty() && status == 403 ? "Forbidden, whether for its key or its rights" : code;
        return new IOException("the store answered " + status + " " + name + (message.isEmpty() ? "" : ": " + message));
    }

    private static StoreException of(Deed deed, Key key, int status, String code, String message) {
        var why = words(status, code, message);
        return switch (Dialect.meaning(status, code)) {
            case MISMATCH -> new StoreException.Mismatch(key);
            case OBSTRUCTED -> new StoreException.Obstructed(key);
            case FULL -> new StoreException.Full(key, why);
            case MISSING ->
                deed == Deed.READ || deed == Deed.COPY
                        ? new StoreException.Missing(key)
                        : StoreException.Unavailable.lasting(key, why);
            case CONDITION ->
                switch (deed) {
                    case CREATE -> new StoreException.Exists(key);
                    case READ, COPY -> new StoreException.Changed(key);
                    case REPLACE -> StoreException.Unavailable.lasting(key, why);
                };
            case PASSING -> new StoreException.Unavailable(key, why);
            case LASTING -> StoreException.Unavailable.lasting(key, why);
            case IN_DOUBT ->
                deed == Deed.READ ? new StoreException.Unavailable(key, why) : new StoreException.InDoubt(key, why);
        };
    }
}
