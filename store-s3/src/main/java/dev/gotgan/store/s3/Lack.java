package dev.gotgan.store.s3;

/// What a store may lack that Gotgan makes up for on its own side.
public enum Lack {
    /// It ignores `If-None-Match: *` on a PUT: one HEAD comes before it.
    CONDITIONAL_PUT,
    /// It lists in an order of its own: whole prefixes are read and put in order.
    UTF8_ORDER,
    /// It deletes one object a call.
    BATCH_DELETE
}
