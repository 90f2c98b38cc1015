package dev.gotgan.server.store;

import dev.gotgan.engine.store.doctor.CorsRule;
import dev.gotgan.engine.store.doctor.Probe;
import dev.gotgan.engine.store.doctor.StoreReport;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is known of the store.
///
/// @param examinedAt   null: never
/// @param directUpload `refused`, `staged` or `live`
/// @param cors         what to paste into the bucket's CORS settings
record ReportView(
        String store,
        @Nullable Instant examinedAt,
        String directUpload,
        List<ProbeView> probes,
        List<Map<String, Object>> cors) {
    /// @param passed  null: this kind of store makes no such promise
    /// @param without what Gotgan does where it is not kept
    record ProbeView(String probe, String promise, @Nullable Boolean passed, String detail, String without) {}

    static ReportView of(StoreReport report, String directUpload, URI origin) {
        var probes = Arrays.stream(Probe.values())
                .map(probe -> {
                    var finding = report.findings().get(probe);
                    return new ProbeView(
                            lower(probe),
                            probe.promise(),
                            finding == null ? null : finding.passed(),
                            finding == null ? "" : finding.detail(),
                            probe.without());
                })
                .toList();
        return new ReportView(report.store(), report.at(), directUpload, probes, cors(origin));
    }

    static ReportView none(String store, String directUpload, URI origin) {
        return new ReportView(store, null, directUpload, List.of(), cors(origin));
    }

    static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private static List<Map<String, Object>> cors(URI origin) {
        var rule = CorsRule.of(origin);
        return List.of(Map.of(
                "AllowedOrigins",
                rule.allowedOrigins(),
                "AllowedMethods",
                rule.allowedMethods(),
                "AllowedHeaders",
                rule.allowedHeaders(),
                "ExposeHeaders",
                rule.exposeHeaders(),
                "MaxAgeSeconds",
                rule.maxAgeSeconds()));
    }
}
