package dev.gotgan.store.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.engine.store.DirectUpload;
import dev.gotgan.engine.store.doctor.CorsRule;
import dev.gotgan.engine.store.doctor.Probe;
import dev.gotgan.engine.store.doctor.StoreReport;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.model.CORSRule;

/// What the doctor sees of two real servers; neither is what R2 is, and it says in what.
class DoctorTest {
    @Test
    void s3ProxyListsAsUtf16Sorts() throws Exception {
        var server = new InProcessS3();
        server.start();
        try {
            var report = TestBuckets.examined(server.endpoint());
            assertThat(broken(report))
                    .as(table(report))
                    .containsExactlyInAnyOrder(Probe.LIST_ORDER, Probe.NFC_ALIASING, Probe.CORS_PREFLIGHT);
            assertThat(report.directUpload()).isEqualTo(DirectUpload.LIVE);
        } finally {
            server.stop();
        }
    }

    @Test
    void versitygwKeepsMostPromises(@TempDir Path folder) throws Exception {
        try (var server = Versitygw.start(folder.resolve("buckets"))) {
            var report = TestBuckets.examined(server.endpoint());
            assertThat(broken(report))
                    .as(table(report))
                    .containsExactlyInAnyOrder(Probe.NFC_ALIASING, Probe.CORS_PREFLIGHT);
            assertThat(report.directUpload()).isEqualTo(DirectUpload.LIVE);
        }
    }

    @Test
    void theCorsRuleThatWePrintIsTheOneThatIsMissing(@TempDir Path folder) throws Exception {
        try (var server = Versitygw.start(folder.resolve("buckets"));
                var bucket = TestBuckets.make(server.endpoint(), "", new OwnTime())) {
            var address = bucket.address();
            var rule = CorsRule.of(TestBuckets.ORIGIN);
            try (var client = address.dialect()
                    .client(address)
                    .credentialsProvider(TestBuckets.CREDENTIALS)
                    .build()) {
                var missing = CORSRule.builder()
                        .allowedOrigins(rule.allowedOrigins())
                        .allowedMethods(rule.allowedMethods())
                        .allowedHeaders(rule.allowedHeaders())
                        .exposeHeaders(rule.exposeHeaders())
                        .maxAgeSeconds(rule.maxAgeSeconds())
                        .build();
                client.putBucketCors(
                        put -> put.bucket(address.bucket()).corsConfiguration(cors -> cors.corsRules(missing)));
            }
            var report = TestBuckets.examined(bucket);
            assertThat(report.keeps(Probe.CORS_PREFLIGHT)).as(table(report)).isTrue();
        }
    }

    private static Set<Probe> broken(StoreReport report) {
        var broken = EnumSet.allOf(Probe.class);
        broken.removeIf(report::keeps);
        return broken;
    }

    private static String table(StoreReport report) {
        var table = new StringBuilder(report.store());
        for (var probe : Probe.values()) {
            table.append('\n')
                    .append(probe)
                    .append(' ')
                    .append(report.findings().get(probe));
        }
        return table.append('\n').toString();
    }
}
