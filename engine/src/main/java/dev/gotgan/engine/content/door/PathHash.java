package dev.gotgan.engine.content.door;

/// A keyed hash of the first characters of a path: SipHash-1-3 over UTF-16 units, which nobody without the key
/// can make collide.
record PathHash(long k0, long k1) {
    enum Kind {
        NOTHING,
        FILE,
        FOLDER
    }

    long of(String text, int end) {
        var state = new State(k0, k1);
        long word = 0;
        for (int i = 0; i < end; i++) {
            word |= (long) text.charAt(i) << (16 * (i & 3));
            if ((i & 3) == 3) {
                state.take(word);
                word = 0;
            }
        }
        state.take(word);
        state.take(end);
        return state.finish();
    }

    private static final class State {
        private long v0;
        private long v1;
        private long v2;
        private long v3;

        State(long k0, long k1) {
            v0 = k0 ^ 0x736f6d6570736575L;
            v1 = k1 ^ 0x646f72616e646f6dL;
            v2 = k0 ^ 0x6c7967656e657261L;
            v3 = k1 ^ 0x7465646279746573L;
        }

        void take(long word) {
            v3 ^= word;
            round();
            v0 ^= word;
        }

        long finish() {
            v2 ^= 0xff;
            round();
            round();
            round();
            return v0 ^ v1 ^ v2 ^ v3;
        }

        private void round() {
            v0 += v1;
            v1 = Long.rotateLeft(v1, 13) ^ v0;
            v0 = Long.rotateLeft(v0, 32);
            v2 += v3;
            v3 = Long.rotateLeft(v3, 16) ^ v2;
            v0 += v3;
            v3 = Long.rotateLeft(v3, 21) ^ v0;
            v2 += v1;
            v1 = Long.rotateLeft(v1, 17) ^ v2;
            v2 = Long.rotateLeft(v2, 32);
        }
    }

    /// A set of 63-bit keys with a kind each, eight bytes an entry; zero is an empty place.
    static final class Table {
        private long[] places = new long[1 << 10];
        private int size;

        Kind find(long key) {
            long word = places[placeOf(key)];
            return word == 0 ? Kind.NOTHING : (word & 1) == 0 ? Kind.FILE : Kind.FOLDER;
        }

        void put(long key, Kind kind) {
            if (++size > places.length * 3L / 4) {
                grow();
            }
            places[placeOf(key)] = stem(key) | (kind == Kind.FOLDER ? 1 : 0);
        }

        private int placeOf(long key) {
            int mask = places.length - 1;
            int i = (int) (key >>> 1) & mask;
            while (places[i] != 0 && stem(places[i]) != stem(key)) {
                i = (i + 1) & mask;
            }
            return i;
        }

        private void grow() {
            var old = places;
            places = new long[old.length * 2];
            for (long word : old) {
                if (word != 0) {
                    places[placeOf(word)] = word;
                }
            }
        }

        private static long stem(long key) {
            long stem = key & ~1L;
            return stem == 0 ? 2 : stem;
        }
    }
}
