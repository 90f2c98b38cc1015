package dev.gotgan.store.s3;

import dev.gotgan.engine.store.Key;
import dev.gotgan.engine.wire.Target;
import java.net.URI;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which bucket, where, and what is ours in it.
///
/// @param prefix   begins every key of ours: empty, or ends in a slash
/// @param endpoint where the service is asked, without a path
public record S3Address(String bucket, String prefix, URI endpoint, String region, Dialect dialect) {
    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9._-]{1,61}[a-z0-9]");

    /// From `s3://bucket[/prefix]` and the usual variables: `AWS_ENDPOINT_URL_S3`, `AWS_ENDPOINT_URL`, `R2_ACCOUNT_ID`,
    /// `AWS_REGION`, `AWS_DEFAULT_REGION`.
    ///
    /// @throws IllegalArgumentException it names no bucket, or the endpoint is none
    public static S3Address parse(String store, Map<String, String> environment) {
        var address = URI.create(store);
        var bucket = address.getRawAuthority();
        if (!"s3".equals(address.getScheme())
                || bucket == null
                || !BUCKET.matcher(bucket).matches()) {
            throw new IllegalArgumentException("not s3://bucket[/prefix]: " + store);
        }
        var path = address.getPath().replaceAll("^/+|/+$", "");
        var account = environment.get("R2_ACCOUNT_ID");
        var named = first(environment, "AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL");
        var region = first(environment, "AWS_REGION", "AWS_DEFAULT_REGION");
        var endpoint = URI.create(
                named != null
                        ? named.replaceAll("/+$", "")
                        : account != null && !account.isBlank()
                                ? Dialect.r2(account.strip())
                                : Dialect.aws(region == null ? Dialect.USUAL_REGION : region));
        if (endpoint.getHost() == null || !String.valueOf(endpoint.getScheme()).matches("https?")) {
            throw new IllegalArgumentException("no http:// or https:// endpoint: " + endpoint);
        }
        var dialect = Dialect.of(endpoint);
        return new S3Address(bucket, path.isEmpty() ? "" : path + "/", endpoint, dialect.region(region), dialect);
    }

    /// Where the object is, for requests and signatures.
    Target at(Key key) {
        return Target.of(root() + "/" + Encoding.path(prefix + key.value()));
    }

    /// The bucket itself.
    private String root() {
        return dialect.inPath(bucket)
                ? endpoint + "/" + bucket
                : endpoint.getScheme() + "://" + bucket + "." + endpoint.getRawAuthority();
    }

    /// What tells this store from every other.
    public String name() {
        return endpoint + "/" + bucket + "/" + prefix;
    }

    private static @Nullable String first(Map<String, String> environment, String... names) {
        for (var name : names) {
            var value = environment.get(name);
            if (value != null && !value.isBlank()) {
                return value.strip();
            }
        }
        return null;
    }
}
