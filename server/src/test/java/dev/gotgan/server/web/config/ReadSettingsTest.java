package dev.gotgan.server.web.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gotgan.catalog.postgres.DatabaseUrl;
import dev.gotgan.store.s3.S3Address;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadSettingsTest {
    @Test
    void nothingNeedsToBeSaid() {
        var settings = ReadSettings.from(Map.of(), List.of());
        assertThat(settings.data()).isEqualTo(Path.of("gotgan-data").toAbsolutePath());
        assertThat(settings.http()).isEqualTo(new Settings.Http("127.0.0.1", 8080, null, List.of()));
        assertThat(settings.storage())
                .isEqualTo(new Settings.Storage(settings.data().resolve("store"), null, null));
        assertThat(settings.signIn())
                .isEqualTo(new Settings.SignIn(Settings.Registration.CLOSED, Settings.Anonymous.TRUE, null, null));
        assertThat(settings.upload().maxBytes()).isEqualTo(20L << 30);
        assertThat(settings.analyze().roots()).isEmpty();
    }

    @Test
    void everySettingIsHeard() {
        var settings = ReadSettings.from(
                Map.ofEntries(
                        Map.entry("GOTGAN_DATA", "/srv/gotgan"),
                        Map.entry("GOTGAN_STORE", "file:///srv/store"),
                        Map.entry("GOTGAN_DATABASE_URL", "postgresql://me:it@db:5433/gotgan"),
                        Map.entry("GOTGAN_PUBLIC_URL", "https://data.example.com"),
                        Map.entry("GOTGAN_REGISTRATION", "open"),
                        Map.entry("GOTGAN_ANONYMOUS", "false"),
                        Map.entry("GOTGAN_ADMIN_EMAIL", "a@example.com"),
                        Map.entry("GOTGAN_ADMIN_PASSWORD", "secret12"),
                        Map.entry("GOTGAN_TRUSTED_PROXIES", "10.0.0.0/8, ::1"),
                        Map.entry("GOTGAN_UPLOAD_MAX_BYTES", "1000"),
                        Map.entry("GOTGAN_ANALYZE_ROOTS", "/mnt/a,/mnt/b")),
                List.of("--host", "0.0.0.0", "--port=0"));
        assertThat(settings.data()).isEqualTo(Path.of("/srv/gotgan"));
        assertThat(settings.storage().store()).isEqualTo(Path.of("/srv/store"));
        assertThat(settings.storage().database())
                .isEqualTo(new DatabaseUrl("jdbc:postgresql://db:5433/gotgan", "me", "it"));
        assertThat(settings.http().host()).isEqualTo("0.0.0.0");
        assertThat(settings.http().port()).isZero();
        assertThat(settings.http().encrypted()).isTrue();
        assertThat(settings.http().trustedProxies()).hasSize(2);
        assertThat(settings.signIn())
                .isEqualTo(new Settings.SignIn(
                        Settings.Registration.OPEN, Settings.Anonymous.FALSE, "a@example.com", "secret12"));
        assertThat(settings.upload().maxBytes()).isEqualTo(1000);
        assertThat(settings.analyze().roots()).containsExactly(Path.of("/mnt/a"), Path.of("/mnt/b"));
    }

    @Test
    void theCommandLineGoesBeforeTheEnvironment() {
        var settings = ReadSettings.from(Map.of("GOTGAN_DATA", "/a"), List.of("--data", "/b"));
        assertThat(settings.data()).isEqualTo(Path.of("/b"));
    }

    @Test
    void aNameThatNobodyKnowsStopsTheStart() {
        assertThatThrownBy(() -> ReadSettings.from(Map.of("GOTGAN_UPLOAD_MAX", "1"), List.of()))
                .isInstanceOf(SettingsRefused.class)
                .hasMessageContaining("unknown setting GOTGAN_UPLOAD_MAX;")
                .hasMessageContaining("GOTGAN_UPLOAD_MAX_BYTES");
    }

    @Test
    void aBucketIsReachedAsEveryToolOfAwsReachesIt() {
        var r2 = bucket(Map.of("GOTGAN_STORE", "s3://data/team/", "R2_ACCOUNT_ID", "abc"));
        assertThat(r2.name()).isEqualTo("https://abc.r2.cloudflarestorage.com/data/team/");
        assertThat(r2.region()).isEqualTo("auto");
        assertThat(r2.dialect().storageType()).isEqualTo("r2");
        var aws = bucket(Map.of("GOTGAN_STORE", "s3://data", "AWS_REGION", "ap-northeast-2"));
        assertThat(aws.endpoint()).hasToString("https://s3.ap-northeast-2.amazonaws.com");
        assertThat(aws.dialect().storageType()).isEqualTo("s3");
        var own = bucket(Map.of("GOTGAN_STORE", "s3://data", "AWS_ENDPOINT_URL_S3", "http://minio:9000/"));
        assertThat(own.endpoint()).hasToString("http://minio:9000");
        assertThat(own.dialect().storageType()).isEqualTo("s3");
        var google =
                bucket(Map.of("GOTGAN_STORE", "s3://data", "AWS_ENDPOINT_URL_S3", "https://storage.googleapis.com"));
        assertThat(google.dialect().storageType()).isEqualTo("gcs");
    }

    private static S3Address bucket(Map<String, String> environment) {
        return Objects.requireNonNull(
                ReadSettings.from(environment, List.of()).storage().bucket());
    }

    @Test
    void theCommandLinesOwnNamesAreNotOurs() {
        ReadSettings.from(Map.of("GOTGAN_URL", "x", "GOTGAN_TOKEN", "y", "HOME", "/root"), List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "GOTGAN_REGISTRATION, sometimes",
        "GOTGAN_ANONYMOUS, no",
        "GOTGAN_UPLOAD_MAX_BYTES, 20GiB",
        "GOTGAN_UPLOAD_MAX_BYTES, 0",
        "GOTGAN_TRUSTED_PROXIES, proxy.example.com",
        "GOTGAN_ANALYZE_ROOTS, relative/path",
        "GOTGAN_STORE, s3://x",
        "GOTGAN_STORE, https://bucket.example.com",
        "GOTGAN_PUBLIC_URL, data.example.com",
    })
    void aValueThatMakesNoSenseStopsTheStart(String name, String value) {
        assertThatThrownBy(() -> ReadSettings.from(Map.of(name, value), List.of()))
                .isInstanceOf(SettingsRefused.class)
                .hasMessageStartingWith(name + "=" + value);
    }

    @Test
    void aWrongDatabaseIsNamedWithoutItsPassword() {
        assertThatThrownBy(() -> ReadSettings.from(Map.of("GOTGAN_DATABASE_URL", "mysql://me:secret@x/y"), List.of()))
                .isInstanceOf(SettingsRefused.class)
                .hasMessageStartingWith("GOTGAN_DATABASE_URL is no")
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--port=x", "--port=65536", "--port", "--verbose=1", "serve"})
    void anOptionThatMakesNoSenseStopsTheStart(String option) {
        assertThatThrownBy(() -> ReadSettings.from(Map.of(), List.of(option))).isInstanceOf(SettingsRefused.class);
    }
}
