package dev.gotgan.store.s3;

import dev.gotgan.engine.content.MediaType;
import dev.gotgan.engine.content.Utf8Order;
import dev.gotgan.engine.store.Etag;
import dev.gotgan.engine.store.Key;
import dev.gotgan.engine.store.StoreException;
import dev.gotgan.engine.store.StoredObject;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Error;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/// COPY, LIST and DELETE: calls that answer in XML, by the SDK.
final class Control {
    private static final int PAGE = 1000;

    private final S3Address address;
    private final S3Client client;
    private final StoreClock clock;
    private final @Nullable Instant dated;

    /// @param dated what every signature bears; null: the time at which it is made
    Control(S3Address address, S3Client client, StoreClock clock, @Nullable Instant dated) {
        this.address = address;
        this.client = client;
        this.clock = clock;
        this.dated = dated;
    }

    Control dated(Instant date) {
        return new Control(address, client, clock, date);
    }

    /// Asked again where it was refused for its time, which did nothing: the SDK knows the store's by then,
    /// as we do. Not with a date of its own: to be refused once that is old is what it is for.
    private <T> T ask(Supplier<T> call) {
        try {
            return dated == null ? call.get() : DatedSigning.at(dated, call);
        } catch (S3Exception e) {
            var date = Optional.ofNullable(e.awsErrorDetails())
                    .map(AwsErrorDetails::sdkHttpResponse)
                    .flatMap(answer -> answer.firstMatchingHeader("Date"));
            if (clock.learns(e.statusCode(), date) && dated == null) {
                return call.get();
            }
            throw e;
        }
    }

    /// The copy gets the type of its own name; checksums and other metadata of the source stay behind.
    Etag copy(Key from, @Nullable Etag ifMatch, Key to) {
        try {
            var copied = ask(() -> client.copyObject(copy -> copy.sourceBucket(address.bucket())
                    .sourceKey(address.prefix() + from.value())
                    .copySourceIfMatch(ifMatch == null ? null : "\"" + ifMatch + "\"")
                    .destinationBucket(address.bucket())
                    .destinationKey(address.prefix() + to.value())
                    .metadataDirective(MetadataDirective.REPLACE)
                    .contentType(MediaType.of(to.value()))
                    .overrideConfiguration(config -> config.apiCallAttemptTimeout(Dialect.LONGEST_COPY))));
            return etag(copied.copyObjectResult().eTag());
        } catch (SdkException e) {
            var failure = Failure.of(Failure.Deed.COPY, to, e);
            throw switch (failure) {
                case StoreException.Missing _ -> new StoreException.Missing(from);
                case StoreException.Changed _ -> new StoreException.Changed(from);
                default -> failure;
            };
        }
    }

    /// Up to a thousand at once; a store without such a call is asked for each.
    void delete(List<Key> keys, Deleting how) {
        try {
            for (int at = 0; at < keys.size(); at += PAGE) {
                var page = keys.subList(at, Math.min(at + PAGE, keys.size()));
                switch (how) {
                    case TOGETHER -> together(page);
                    case EACH -> page.forEach(this::each);
                }
            }
        } catch (SdkException e) {
            throw failure("deleting " + keys.size() + " objects", e);
        }
    }

    enum Deleting {
        TOGETHER,
        EACH
    }

    private void together(List<Key> page) {
        var objects = page.stream()
                .map(key -> ObjectIdentifier.builder()
                        .key(address.prefix() + key.value())
                        .build())
                .toList();
        var answer = ask(() -> client.deleteObjects(request -> request.bucket(address.bucket())
                .delete(all -> all.objects(objects).quiet(true))));
        for (S3Error error : answer.errors()) {
            if (!"NoSuchKey".equals(error.code())) {
                throw new StoreException.Unavailable(
                        "deleting " + error.key(), new IOException(error.code() + ": " + error.message()));
            }
        }
    }

    private void each(Key key) {
        ask(() ->
                client.deleteObject(request -> request.bucket(address.bucket()).key(address.prefix() + key.value())));
    }

    /// The first `limit` objects below `prefix` and behind `after`, from a store that lists in the order of UTF-8.
    List<StoredObject> list(String prefix, @Nullable Key after, int limit) {
        var found = new ArrayList<StoredObject>();
        var from = after;
        while (found.size() < limit) {
            var page = page(prefix, from == null ? null : address.prefix() + from.value(), null, limit - found.size());
            objects(page).forEach(found::add);
            if (!page.isTruncated() || page.contents().isEmpty()) {
                break;
            }
            from = new Key(
                    page.contents().getLast().key().substring(address.prefix().length()));
        }
        return List.copyOf(found);
    }

    /// The same from a store with an order of its own: everything below `prefix` is read and put in order here.
    List<StoredObject> listAnyOrder(String prefix, @Nullable Key after, int limit) {
        var all = new ArrayList<StoredObject>();
        String token = null;
        do {
            var page = page(prefix, null, token, PAGE);
            objects(page).forEach(all::add);
            token = page.isTruncated() ? page.nextContinuationToken() : null;
        } while (token != null);
        return all.stream()
                .filter(object -> after == null || object.key().compareTo(after) > 0)
                .sorted(Comparator.comparing(object -> object.key().value(), Utf8Order.COMPARATOR))
                .limit(limit)
                .toList();
    }

    private ListObjectsV2Response page(String prefix, @Nullable String after, @Nullable String token, int limit) {
        try {
            return ask(() -> client.listObjectsV2(list -> list.bucket(address.bucket())
                    .prefix(address.prefix() + prefix)
                    .startAfter(after)
                    .continuationToken(token)
                    .maxKeys(Math.min(PAGE, limit))));
        } catch (SdkException e) {
            throw failure("listing " + prefix, e);
        }
    }

    /* A key that no Key can be (not NFC, too long) was put there by somebody else and is none of ours. S3Proxy lists an
    object without an etag when it was removed while the page was made. */
    private Stream<StoredObject> objects(ListObjectsV2Response page) {
        return page.contents().stream()
                .filter(object -> object.eTag() != null)
                .filter(object -> isKey(object.key().substring(address.prefix().length())))
                .map(this::object);
    }

    private StoredObject object(S3Object object) {
        return new StoredObject(
                new Key(object.key().substring(address.prefix().length())),
                etag(object.eTag()),
                object.size(),
                object.lastModified().truncatedTo(ChronoUnit.SECONDS)); // all that a HEAD tells
    }

    private static boolean isKey(String text) {
        try {
            return !new Key(text).value().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Etag etag(String text) {
        return new Etag(text.replace("\"", ""));
    }

    private static StoreException failure(String what, SdkException failure) {
        return Failure.of(what, failure);
    }
}
