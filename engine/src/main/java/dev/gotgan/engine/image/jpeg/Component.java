package dev.gotgan.engine.image.jpeg;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// One colour component of a frame: how many blocks it has, and which of their coefficients are known not to be zero.
final class Component {
    final int id;
    final int horizontal;
    final int vertical;
    /// Blocks that a scan of this component alone holds.
    int blocksAcross;
    int blocksDown;
    /// Blocks per row when interleaved: filled up to whole units.
    int stride;
    /// A bit per coefficient in zigzag order; progressive refinement reads a bit for each that is set.
    long[] nonZero = new long[0];

    /// Bits of each coefficient that no scan has told yet; below zero where none was begun.
    final int[] missing = new int[64];

    @Nullable
    Huffman dc;

    @Nullable
    Huffman ac;

    Component(int id, int sampling) {
        this.id = id;
        this.horizontal = sampling >> 4;
        this.vertical = sampling & 15;
        Arrays.fill(missing, -1);
    }

    void told(Band band) {
        Arrays.fill(missing, band.from(), band.to() + 1, band.missing());
    }

    boolean complete() {
        return Arrays.stream(missing).allMatch(bits -> bits == 0);
    }

    void lay(Frame frame) {
        int unitsAcross = ceil(frame.width, 8 * frame.maxHorizontal);
        int unitsDown = ceil(frame.height, 8 * frame.maxVertical);
        blocksAcross = ceil(ceil(frame.width * horizontal, frame.maxHorizontal), 8);
        blocksDown = ceil(ceil(frame.height * vertical, frame.maxVertical), 8);
        stride = unitsAcross * horizontal;
        long blocks = (long) stride * unitsDown * vertical;
        if (blocks > Frame.MAX_BLOCKS) {
            throw new ScanBroken();
        }
        nonZero = frame.progressive ? new long[(int) blocks] : nonZero;
    }

    private static int ceil(int a, int b) {
        return (a + b - 1) / b;
    }
}
