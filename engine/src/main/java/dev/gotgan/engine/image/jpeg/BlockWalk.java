package dev.gotgan.engine.image.jpeg;

import org.jspecify.annotations.Nullable;

/// Reads blocks of one scan and forgets them, but for which coefficients are not zero.
///
/// Sequential blocks are annex F of ITU T.81; the four kinds of progressive blocks are annex G.
final class BlockWalk {
    private final Bits bits;
    private final boolean progressive;
    private final int from;
    private final int to;
    private final boolean refines;
    private int blocksToSkip;

    BlockWalk(Bits bits, Scan scan) {
        this.bits = bits;
        this.progressive = scan.frame().progressive;
        this.from = scan.band().from();
        this.to = scan.band().to();
        this.refines = scan.band().refines();
    }

    void restart() {
        bits.restart();
        blocksToSkip = 0;
    }

    void block(Component component, int index) {
        if (!progressive) {
            sequential(component);
        } else if (from == 0) {
            direct(component);
        } else if (refines) {
            refine(component, index);
        } else {
            first(component, index);
        }
    }

    private void sequential(Component component) {
        bits.next(dc(component));
        for (int k = 1; k < 64; k++) {
            int code = ac(component);
            int size = code & 15;
            int run = code >> 4;
            if (size == 0 && run != 15) {
                return;
            }
            k += run;
            bits.next(size);
        }
    }

    private void direct(Component component) {
        if (refines) {
            bits.next();
        } else {
            bits.next(dc(component));
        }
    }

    private void first(Component component, int index) {
        if (blocksToSkip > 0) {
            blocksToSkip--;
            return;
        }
        for (int k = from; k <= to; k++) {
            int code = ac(component);
            int size = code & 15;
            int run = code >> 4;
            if (size == 0 && run != 15) {
                blocksToSkip = (1 << run) - 1 + bits.next(run);
                return;
            }
            k += run;
            bits.next(size);
            if (size > 0 && k < 64) {
                component.nonZero[index] |= 1L << k;
            }
        }
    }

    private void refine(Component component, int index) {
        long known = component.nonZero[index];
        long found = 0;
        int k = from;
        while (k <= to && blocksToSkip == 0) {
            int code = ac(component);
            int run = code >> 4;
            boolean coefficient = (code & 15) != 0;
            if (coefficient) {
                bits.next();
            } else if (run != 15) {
                blocksToSkip = (1 << run) + bits.next(run);
                break;
            }
            for (; k <= to; k++) {
                if ((known >> k & 1) != 0) {
                    bits.next();
                } else if (--run < 0) {
                    break;
                }
            }
            if (coefficient && k <= to) {
                found |= 1L << k;
            }
            k++;
        }
        if (blocksToSkip > 0) {
            for (; k <= to; k++) {
                bits.next((int) (known >> k & 1));
            }
            blocksToSkip--;
        }
        component.nonZero[index] = known | found;
    }

    private int dc(Component component) {
        return decode(component.dc);
    }

    private int ac(Component component) {
        return decode(component.ac);
    }

    private int decode(@Nullable Huffman table) {
        if (table == null) {
            throw new ScanBroken();
        }
        return table.decode(bits);
    }
}
