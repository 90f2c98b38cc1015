package dev.gotgan.engine.store.doctor;

import dev.gotgan.engine.store.StoreException;
import dev.gotgan.engine.store.StoreLayout;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Tries each promise below a prefix that nobody else uses, and leaves nothing there.
public final class ExamineStore {
    private static final int PAGE = 1000;

    private final InstantSource clock;

    public ExamineStore(InstantSource clock) {
        this.clock = clock;
    }

    /// What one promise is tried by; empty where this kind of store does not make it.
    @FunctionalInterface
    interface Trial {
        Optional<StoreReport.Finding> run() throws IOException;
    }

    /// @param run    names this examination: no two have the same
    /// @param origin where browsers find this server
    /// @throws StoreException.Unavailable the store can't be written or listed at all
    public StoreReport of(Patient patient, String run, URI origin) {
        var prefix = StoreLayout.doctorPrefix(run);
        var port = new PortProbes(patient.store(), prefix);
        port.arrive();
        try (var signed = new SignedProbes(patient, prefix, origin)) {
            var trials = new EnumMap<Probe, Trial>(Probe.class);
            trials.put(Probe.CONDITIONAL_PUT, port::conditionalPut);
            trials.put(Probe.CHECKSUM, patient.presigner().isEmpty() ? port::checksum : signed::checksum);
            trials.put(Probe.SIGNED_HEADERS, signed::signedHeaders);
            trials.put(Probe.COPY_SOURCE, port::copySource);
            trials.put(Probe.ETAG_MD5, port::etagMd5);
            trials.put(Probe.NFC_ALIASING, signed::nfcAliasing);
            trials.put(Probe.LIST_AFTER_WRITE, port::listAfterWrite);
            trials.put(Probe.LIST_ORDER, port::listOrder);
            trials.put(Probe.BATCH_DELETE, port::batchDelete);
            trials.put(Probe.DOWNLOAD_NAMES, signed::downloadNames);
            trials.put(Probe.CORS_PREFLIGHT, signed::corsPreflight);
            return new StoreReport(patient.name(), clock.instant().truncatedTo(ChronoUnit.MICROS), findings(trials));
        } finally {
            leaveNothing(patient, prefix);
        }
    }

    private static Map<Probe, StoreReport.Finding> findings(Map<Probe, Trial> trials) {
        var findings = new EnumMap<Probe, StoreReport.Finding>(Probe.class);
        trials.forEach((probe, trial) -> {
            try {
                trial.run().ifPresent(finding -> findings.put(probe, finding));
            } catch (StoreException | IOException e) {
                findings.put(probe, new StoreReport.Finding(false, "could not be tried: " + reason(e)));
            }
        });
        return findings;
    }

    private static String reason(Exception failure) {
        var cause = failure.getCause();
        return String.valueOf(cause == null ? failure.getMessage() : cause.getMessage());
    }

    private static void leaveNothing(Patient patient, String prefix) {
        var left = patient.store().list(prefix, null, PAGE);
        for (var object : left) { // one by one: the call for many may be what this store lacks
            patient.store().delete(List.of(object.key()));
        }
    }
}
