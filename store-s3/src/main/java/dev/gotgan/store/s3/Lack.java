package dev.gotgan.store.s3;

import dev.gotgan.engine.store.doctor.Probe;

/// What a store may lack that Gotgan makes up for on its own side.
enum Lack {
    /// It ignores `If-None-Match: *` on a PUT: one HEAD comes before it.
    CONDITIONAL_PUT(Probe.CONDITIONAL_PUT),
    /// It lists in an order of its own: whole prefixes are read and put in order.
    UTF8_ORDER(Probe.LIST_ORDER),
    /// It deletes one object a call.
    BATCH_DELETE(Probe.BATCH_DELETE);

    private final Probe probe;

    Lack(Probe probe) {
        this.probe = probe;
    }

    /// What would have shown that it does not lack it.
    Probe probe() {
        return probe;
    }
}
