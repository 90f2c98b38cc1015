package dev.gotgan.engine.store.doctor;

import dev.gotgan.engine.store.DirectUpload;
import dev.gotgan.engine.store.StoreTrust;
import java.time.Instant;
import java.util.Map;

/// What was seen of one store at one time, and what follows from it. A promise that was not tried counts as not kept.
///
/// @param store    its name, which tells it from every other
/// @param findings of each promise that was tried
public record StoreReport(String store, Instant at, Map<Probe, Finding> findings) implements StoreTrust {
    public StoreReport {
        findings = Map.copyOf(findings);
    }

    /// @param detail what was seen, in a few words
    public record Finding(boolean passed, String detail) {}

    public boolean keeps(Probe probe) {
        var finding = findings.get(probe);
        return finding != null && finding.passed();
    }

    /* A URL can be replayed until it expires. With its checksum and headers enforced it can only ever put the same bytes:
    harmless to a fresh history key. In the live tree the same bytes, come late, would bring back what was overwritten or
    deleted meanwhile, which only the condition forbids. */
    @Override
    public DirectUpload directUpload() {
        if (!keeps(Probe.CHECKSUM) || !keeps(Probe.SIGNED_HEADERS) || !keeps(Probe.LIST_AFTER_WRITE)) {
            return DirectUpload.REFUSED;
        }
        return keeps(Probe.CONDITIONAL_PUT) ? DirectUpload.LIVE : DirectUpload.STAGED;
    }

    @Override
    public boolean isEtagMd5() {
        return keeps(Probe.ETAG_MD5);
    }

    @Override
    public boolean obeysNames() {
        return keeps(Probe.DOWNLOAD_NAMES);
    }
}
