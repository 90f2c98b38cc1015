package dev.gotgan.engine.image.jpeg;

import java.util.List;
import java.util.stream.IntStream;

/// A frame header (ITU T.81, B.2.2) with its components.
final class Frame {
    /// Above this (32 MB of coefficient bits) a JPEG without its end marker is not walked.
    static final int MAX_BLOCKS = 4 << 20;

    final boolean progressive;
    final int width;
    final int height;
    final int maxHorizontal;
    final int maxVertical;
    final List<Component> components;

    /// @param offset where the segment's length stands
    Frame(byte[] bytes, int offset, int marker) {
        if (marker > 0xC2) {
            throw new ScanBroken(); // lossless, hierarchical, arithmetic: nothing here reads them
        }
        progressive = marker == 0xC2;
        height = (bytes[offset + 3] & 0xFF) << 8 | (bytes[offset + 4] & 0xFF);
        width = (bytes[offset + 5] & 0xFF) << 8 | (bytes[offset + 6] & 0xFF);
        int count = bytes[offset + 7];
        components = IntStream.range(0, count)
                .mapToObj(i -> new Component(bytes[offset + 8 + 3 * i] & 0xFF, bytes[offset + 9 + 3 * i] & 0xFF))
                .toList();
        maxHorizontal = components.stream().mapToInt(c -> c.horizontal).max().orElse(0);
        maxVertical = components.stream().mapToInt(c -> c.vertical).max().orElse(0);
        if (components.stream().anyMatch(c -> c.horizontal < 1 || c.vertical < 1 || c.horizontal > 4 || c.vertical > 4)
                || maxHorizontal == 0) {
            throw new ScanBroken();
        }
        components.forEach(component -> component.lay(this));
    }

    int unitsAcross() {
        return (width + 8 * maxHorizontal - 1) / (8 * maxHorizontal);
    }

    int unitsDown() {
        return (height + 8 * maxVertical - 1) / (8 * maxVertical);
    }
}
