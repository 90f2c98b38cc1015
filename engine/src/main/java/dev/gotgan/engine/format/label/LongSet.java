package dev.gotgan.engine.format.label;

/// Longs by open addressing: a million in 16 MB, none of them an object.
public final class LongSet {
    private static final long EMPTY = 0;

    private long[] slots = new long[16];
    private int size;
    private boolean holdsEmpty;

    /// Whether `key` is new.
    public boolean add(long key) {
        if (key == EMPTY) {
            boolean first = !holdsEmpty;
            holdsEmpty = true;
            return first;
        }
        int slot = slot(key);
        if (slots[slot] == key) {
            return false;
        }
        slots[slot] = key;
        if (++size * 4L > slots.length * 3L) {
            grow();
        }
        return true;
    }

    private int slot(long key) {
        int mask = slots.length - 1;
        int slot = LongTable.place(key) & mask;
        while (slots[slot] != EMPTY && slots[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        var old = slots;
        slots = new long[old.length * 2];
        for (long key : old) {
            if (key != EMPTY) {
                slots[slot(key)] = key;
            }
        }
    }
}
