package dev.gotgan.engine.format.label;

import java.util.Arrays;

/// From long to int by open addressing: a million ids in 24 MB, none of them an object.
public final class LongTable {
    /// What [#get] answers for a key that is not there.
    public static final int ABSENT = -1;

    private long[] keys = new long[16];
    private int[] values = new int[16];
    private int size;

    public LongTable() {
        Arrays.fill(values, ABSENT);
    }

    public int size() {
        return size;
    }

    public int get(long key) {
        return values[slot(key)];
    }

    /// Sets what `key` is and answers what it was, or [#ABSENT].
    ///
    /// @param value not negative
    public int put(long key, int value) {
        int slot = slot(key);
        int before = values[slot];
        keys[slot] = key;
        values[slot] = value;
        if (before == ABSENT && ++size * 2 > keys.length) {
            grow();
        }
        return before;
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = place(key) & mask;
        while (values[slot] != ABSENT && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        var oldKeys = keys;
        var oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = new int[oldKeys.length * 2];
        Arrays.fill(values, ABSENT);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] != ABSENT) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                values[slot] = oldValues[i];
            }
        }
    }

    /// Where to look for `key` first. Eight neighbours share one line of the cache: ids mostly count up.
    static int place(long key) {
        return ((int) mix(key >>> 3) << 3) | ((int) key & 7);
    }

    /// Spreads the bits, so that chosen ids can't all fall into one slot by their low bits.
    public static long mix(long key) {
        long h = key * 0x9E3779B97F4A7C15L;
        h ^= h >>> 32;
        h *= 0xD6E8FEB86659FD93L;
        return h ^ (h >>> 29);
    }
}
