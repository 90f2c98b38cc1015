package dev.gotgan.engine.simulation;

/// What becomes of one request to the store.
enum Fate {
    DONE,
    /// Nothing was written, and the sender hears so.
    REFUSED,
    /// It was carried out, but the answer was lost.
    ANSWER_LOST,
    /// The answer was lost, and it is carried out later.
    LATE,
    /// The answer was lost, and it never arrives.
    LOST
}
