package dev.gotgan.server.wiring;

import dev.gotgan.engine.store.DirectUpload;
import dev.gotgan.engine.store.ObjectStore;
import dev.gotgan.engine.store.StoreTrust;
import dev.gotgan.engine.store.doctor.CurrentReport;
import dev.gotgan.engine.store.doctor.Patient;
import dev.gotgan.engine.store.doctor.StoreReport;
import dev.gotgan.store.s3.S3Bucket;
import java.util.Optional;
import java.util.function.Consumer;

/// Where bytes are, and how far the place is trusted.
///
/// @param type  what datasets say of it: `local`, `r2`, `s3` or `gcs`
/// @param learn takes in what the doctor saw
public record StorePlace(
        String type, ObjectStore store, Patient patient, StoreTrust trust, Consumer<StoreReport> learn) {
    /// A store inside this process. Whatever its addresses promise, this server keeps itself.
    static StorePlace own(ObjectStore store, String type) {
        var patient = new Patient(type, store, Optional.empty(), Optional.empty());
        return new StorePlace(type, store, patient, StoreTrust.of(DirectUpload.LIVE, false, false), report -> {});
    }

    /// A bucket, which is trusted as far as its newest report goes.
    static StorePlace in(S3Bucket bucket) {
        var report = new CurrentReport();
        return new StorePlace(
                bucket.address().dialect().storageType(), bucket.store(), bucket.patient(), report, seen -> {
                    report.is(seen);
                    bucket.learn(seen);
                });
    }
}
