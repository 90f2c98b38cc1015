package dev.gotgan.engine.image.jpeg;

/// Which coefficients a scan tells, in zigzag order, and how exactly.
///
/// @param refines whether it adds a bit to coefficients that are known already
/// @param missing bits of them that a later scan will tell
record Band(int from, int to, boolean refines, int missing) {
    /// What a sequential scan tells: everything.
    static final Band ALL = new Band(0, 63, false, 0);
}
