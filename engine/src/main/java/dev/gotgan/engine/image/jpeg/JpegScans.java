package dev.gotgan.engine.image.jpeg;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// Whether a JPEG that lacks its end marker still holds every block of every scan.
///
/// Cameras and careless tools drop the last two bytes; a broken-off download drops rows. Only the entropy-coded
/// data tells them apart, so it is walked block by block. Nothing is dequantised or kept.
public final class JpegScans {
    /// An honest progressive file has about ten; thousands are an attack on whoever decodes them.
    private static final int MAX_SCANS = 100;

    private final byte[] bytes;
    private final Huffman[] dc = new Huffman[4];
    private final Huffman[] ac = new Huffman[4];
    private @Nullable Frame frame;
    private int restart;
    private int at = 2;

    private JpegScans(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Whether every block is there.
    ///
    /// @param bytes the whole file
    public static boolean complete(byte[] bytes) {
        try {
            return new JpegScans(bytes).walk();
        } catch (ScanBroken | IndexOutOfBoundsException e) {
            return false;
        }
    }

    private boolean walk() {
        int scans = 0;
        while (findMarker()) {
            int marker = bytes[at + 1] & 0xFF;
            at += 2;
            if (marker == 0xDA) {
                int start = at + length(at);
                at = scan(at).walk(bytes, start);
                if (++scans > MAX_SCANS) {
                    return false;
                }
            } else if (marker >= 0xC0 && (marker < 0xD0 || marker > 0xD9)) {
                segment(marker);
                at += length(at);
            }
        }
        return frame != null && frame.components.stream().allMatch(Component::complete);
    }

    /// Moves to the next marker; false at the end of the file.
    private boolean findMarker() {
        while (at + 1 < bytes.length) {
            int second = bytes[at + 1] & 0xFF;
            if (bytes[at] == (byte) 0xFF && second != 0 && second != 0xFF) {
                return true;
            }
            at++;
        }
        return false;
    }

    private void segment(int marker) {
        if (marker == 0xC4) {
            tables();
        } else if (marker == 0xDD) {
            restart = length(at + 2);
        } else if (marker <= 0xCF && marker != 0xC8 && marker != 0xCC && frame == null) {
            frame = new Frame(bytes, at, marker);
        }
    }

    private void tables() {
        int end = at + length(at);
        for (int p = at + 2; p < end; ) {
            var table = new Huffman(bytes, p + 1);
            (bytes[p] >> 4 == 0 ? dc : ac)[bytes[p] & 3] = table;
            p += 1 + table.length();
        }
    }

    private Scan scan(int header) {
        var whole = frame;
        if (whole == null) {
            throw new ScanBroken();
        }
        int count = bytes[header + 2];
        var components = new ArrayList<Component>();
        for (int i = 0; i < count; i++) {
            int id = bytes[header + 3 + 2 * i] & 0xFF;
            int tables = bytes[header + 4 + 2 * i] & 0xFF;
            var component = whole.components.stream()
                    .filter(c -> c.id == id)
                    .findFirst()
                    .orElseThrow(ScanBroken::new);
            component.dc = dc[tables >> 4 & 3];
            component.ac = ac[tables & 3];
            components.add(component);
        }
        var band = Band.ALL;
        if (whole.progressive) {
            int tail = header + 3 + 2 * count;
            int precision = bytes[tail + 2];
            int from = bytes[tail] & 0xFF;
            int to = Math.min(63, bytes[tail + 1] & 0xFF);
            if (from > to) {
                throw new ScanBroken();
            }
            band = new Band(from, to, precision >> 4 != 0, precision & 15);
        }
        return new Scan(whole, components, band, restart);
    }

    private int length(int offset) {
        return (bytes[offset] & 0xFF) << 8 | (bytes[offset + 1] & 0xFF);
    }
}
