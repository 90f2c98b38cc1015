package dev.gotgan.engine.format.tree;

import java.util.List;

/// How much a dataset looks like one format.
///
/// @param score   0 (nothing speaks for it) to 1
/// @param reasons English sentences, those for it first
public record Evidence(double score, List<String> reasons) {
    public static final Evidence NOTHING = new Evidence(0, List.of());

    public static Evidence of(double score, String... reasons) {
        return new Evidence(Math.clamp(score, 0, 1), List.of(reasons));
    }
}
