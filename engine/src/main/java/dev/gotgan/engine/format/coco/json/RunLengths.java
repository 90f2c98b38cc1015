package dev.gotgan.engine.format.coco.json;

/// Adds up a run-length mask without drawing it: its runs have to cover the picture exactly.
final class RunLengths {
    private RunLengths() {}

    /// How many pixels the runs of COCO's compressed form cover; -1 if it is not that form.
    ///
    /// Each number is written in groups of five bits, the low group first: 48 is added to make a letter, and
    /// 32 while more follow. From the fourth on it is the difference to the second before it (`maskApi.c` of
    /// COCO's own tools).
    static long covered(String counts) {
        long sum = 0;
        long last = 0;
        long beforeLast = 0;
        int at = 0;
        for (int run = 0; at < counts.length(); run++) {
            long number = 0;
            int shift = 0;
            boolean more = true;
            while (more) {
                int letter = at < counts.length() ? counts.charAt(at++) - 48 : -1;
                if (letter < 0 || letter > 63 || shift > 55) {
                    return -1;
                }
                number |= (long) (letter & 31) << shift;
                shift += 5;
                more = (letter & 32) != 0;
                if (!more && (letter & 16) != 0) {
                    number |= -1L << shift;
                }
            }
            number += run > 2 ? beforeLast : 0;
            if (number < 0 || number > 1L << 40) {
                return -1;
            }
            beforeLast = last;
            last = number;
            sum += number;
        }
        return sum;
    }
}
