package dev.gotgan.engine.image.jpeg;

import java.util.List;

/// One scan: whose blocks it holds, and which of their coefficients.
///
/// @param restart units between restart markers; 0 for none
record Scan(Frame frame, List<Component> components, Band band, int restart) {
    /// Walks every block of the scan, which begins at `start`.
    ///
    /// @return behind its last byte
    /// @throws ScanBroken before the last block
    int walk(byte[] bytes, int start) {
        var bits = new Bits(bytes, start);
        var blocks = new BlockWalk(bits, this);
        if (components.size() == 1) {
            alone(components.getFirst(), blocks);
        } else {
            interleaved(blocks);
        }
        components.forEach(component -> component.told(band));
        return bits.position();
    }

    private void alone(Component component, BlockWalk blocks) {
        int done = 0;
        for (int y = 0; y < component.blocksDown; y++) {
            for (int x = 0; x < component.blocksAcross; x++) {
                restartAt(done++, blocks);
                blocks.block(component, y * component.stride + x);
            }
        }
    }

    private void interleaved(BlockWalk blocks) {
        int done = 0;
        for (int y = 0; y < frame.unitsDown(); y++) {
            for (int x = 0; x < frame.unitsAcross(); x++) {
                restartAt(done++, blocks);
                for (var component : components) {
                    unit(component, x, y, blocks);
                }
            }
        }
    }

    private static void unit(Component component, int x, int y, BlockWalk blocks) {
        for (int v = 0; v < component.vertical; v++) {
            for (int h = 0; h < component.horizontal; h++) {
                int row = y * component.vertical + v;
                blocks.block(component, row * component.stride + x * component.horizontal + h);
            }
        }
    }

    private void restartAt(int done, BlockWalk blocks) {
        if (restart > 0 && done > 0 && done % restart == 0) {
            blocks.restart();
        }
    }
}
