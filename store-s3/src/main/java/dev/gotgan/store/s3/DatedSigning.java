package dev.gotgan.store.s3;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import software.amazon.awssdk.http.auth.aws.scheme.AwsV4AuthScheme;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.scheme.AuthScheme;
import software.amazon.awssdk.http.auth.spi.signer.AsyncSignRequest;
import software.amazon.awssdk.http.auth.spi.signer.AsyncSignedRequest;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.identity.spi.IdentityProviders;

/// The SDK's signatures, with a date of our choice where a call has one.
///
/* The SDK signs at each attempt by the clock of the machine and takes no date with a call. It signs in the thread that calls,
so the date goes with the thread. */
final class DatedSigning implements AuthScheme<AwsCredentialsIdentity> {
    private static final ScopedValue<Instant> DATE = ScopedValue.newInstance();

    private final AwsV4AuthScheme scheme = AwsV4AuthScheme.create();
    private final HttpSigner<AwsCredentialsIdentity> signer = new DatedSigner(AwsV4HttpSigner.create());

    static <T> T at(Instant date, Supplier<T> call) {
        return ScopedValue.where(DATE, date).call(call::get);
    }

    @Override
    public String schemeId() {
        return scheme.schemeId();
    }

    @Override
    public IdentityProvider<AwsCredentialsIdentity> identityProvider(IdentityProviders providers) {
        return scheme.identityProvider(providers);
    }

    @Override
    public HttpSigner<AwsCredentialsIdentity> signer() {
        return signer;
    }

    private record DatedSigner(HttpSigner<AwsCredentialsIdentity> signer)
            implements HttpSigner<AwsCredentialsIdentity> {
        @Override
        public SignedRequest sign(SignRequest<? extends AwsCredentialsIdentity> request) {
            return DATE.isBound() ? dated(request) : signer.sign(request);
        }

        private <T extends AwsCredentialsIdentity> SignedRequest dated(SignRequest<T> request) {
            var clock = Clock.fixed(DATE.get(), ZoneOffset.UTC);
            return signer.sign(request.toBuilder()
                    .putProperty(HttpSigner.SIGNING_CLOCK, clock)
                    .build());
        }

        @Override
        public CompletableFuture<AsyncSignedRequest> signAsync(
                AsyncSignRequest<? extends AwsCredentialsIdentity> request) {
            return signer.signAsync(request);
        }
    }
}
