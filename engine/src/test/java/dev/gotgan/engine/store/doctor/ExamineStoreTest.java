package dev.gotgan.engine.store.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.engine.store.DirectUpload;
import dev.gotgan.engine.store.MemoryStore;
import dev.gotgan.engine.store.ObjectStore;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExamineStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-28T00:00:00Z");
    private static final Set<Probe> BY_THE_PORT = EnumSet.of(
            Probe.CONDITIONAL_PUT,
            Probe.CHECKSUM,
            Probe.COPY_SOURCE,
            Probe.ETAG_MD5,
            Probe.LIST_AFTER_WRITE,
            Probe.LIST_ORDER,
            Probe.BATCH_DELETE);

    @Test
    void aGoodStoreKeepsAllThatThePortCanTell() {
        var report = examined(new MemoryStore());
        assertThat(report.findings().keySet()).isEqualTo(BY_THE_PORT);
        assertThat(BY_THE_PORT).allMatch(report::keeps);
        assertThat(report.at()).isEqualTo(NOW);
    }

    @ParameterizedTest
    @EnumSource(
            names = {"SIGNED_HEADERS", "NFC_ALIASING", "DOWNLOAD_NAMES", "CORS_PREFLIGHT"},
            mode = EnumSource.Mode.EXCLUDE)
    void aBrokenPromiseIsFoundAndNoOtherSuspected(Probe broken) {
        var store = new CarelessStore(broken);
        var report = examined(store);
        assertThat(BY_THE_PORT).filteredOn(probe -> !report.keeps(probe)).contains(broken);
        if (broken != Probe.LIST_AFTER_WRITE) { // others can only be seen in a listing
            assertThat(BY_THE_PORT).filteredOn(probe -> !report.keeps(probe)).containsExactly(broken);
            assertThat(store.left()).isEmpty();
        }
    }

    @Test
    void uploadByClientsIsAllowedAsFarAsTheStoreWasSeenToKeep() {
        var all = EnumSet.allOf(Probe.class);
        assertThat(report(all).directUpload()).isEqualTo(DirectUpload.LIVE);
        assertThat(without(all, Probe.CONDITIONAL_PUT).directUpload()).isEqualTo(DirectUpload.STAGED);
        for (var needed : Set.of(Probe.CHECKSUM, Probe.SIGNED_HEADERS, Probe.LIST_AFTER_WRITE)) {
            assertThat(without(all, needed).directUpload()).as("%s", needed).isEqualTo(DirectUpload.REFUSED);
        }
        for (var convenient : Set.of(Probe.CORS_PREFLIGHT, Probe.ETAG_MD5, Probe.NFC_ALIASING, Probe.LIST_ORDER)) {
            assertThat(without(all, convenient).directUpload())
                    .as("%s", convenient)
                    .isEqualTo(DirectUpload.LIVE);
        }
        assertThat(without(all, Probe.DOWNLOAD_NAMES).obeysNames()).isFalse();
        assertThat(without(all, Probe.ETAG_MD5).isEtagMd5()).isFalse();
    }

    @Test
    void aStoreThatNobodyExaminedIsNotTrusted() {
        var current = new CurrentReport();
        assertThat(current.directUpload()).isEqualTo(DirectUpload.REFUSED);
        assertThat(current.obeysNames()).isFalse();
        current.is(report(EnumSet.allOf(Probe.class)));
        assertThat(current.directUpload()).isEqualTo(DirectUpload.LIVE);
        assertThat(current.isEtagMd5()).isTrue();
        assertThat(current.obeysNames()).isTrue();
    }

    private static StoreReport examined(ObjectStore store) {
        var patient = new Patient("test", store, Optional.empty(), Optional.empty());
        return new ExamineStore(InstantSource.fixed(NOW)).of(patient, "run", URI.create("http://localhost"));
    }

    private static StoreReport without(EnumSet<Probe> all, Probe one) {
        var rest = EnumSet.copyOf(all);
        rest.remove(one);
        return report(rest);
    }

    private static StoreReport report(Set<Probe> kept) {
        var findings = new HashMap<Probe, StoreReport.Finding>();
        kept.forEach(probe -> findings.put(probe, new StoreReport.Finding(true, "")));
        return new StoreReport("test", NOW, findings);
    }
}
