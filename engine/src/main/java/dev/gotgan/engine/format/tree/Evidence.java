package dev.gotgan.engine.format.tree;

import java.util.List;
import java.util.stream.Stream;

/// How much a dataset looks like one format.
///
/// @param score   0 (nothing speaks for it) to 1
/// @param reasons English sentences for it, the strongest first
/// @param doubts  English sentences against it
public record Evidence(double score, List<String> reasons, List<String> doubts) {
    public static final Evidence NOTHING = new Evidence(0, List.of(), List.of());

    public static Evidence of(double score, String... reasons) {
        return new Evidence(Math.clamp(score, 0, 1), List.of(reasons), List.of());
    }

    /// The same with one more doubt; the score has been lowered for it already.
    public Evidence against(String doubt) {
        return new Evidence(
                score, reasons, Stream.concat(doubts.stream(), Stream.of(doubt)).toList());
    }

    /// The same score reduced to a share of it for a reason.
    public Evidence weakened(double share, String doubt) {
        return new Evidence(score * share, reasons, doubts).against(doubt);
    }
}
