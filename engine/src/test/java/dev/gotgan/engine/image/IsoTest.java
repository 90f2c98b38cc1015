package dev.gotgan.engine.image;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class IsoTest {
    private static final byte[] FTYP = box("ftyp", "heic".getBytes(US_ASCII), ints(0), "mif1heic".getBytes(US_ASCII));
    private static final byte[] MDAT = box("mdat", new byte[40]);

    /// Blocks of 64: an encoder fills the last one up and says what to show.
    @Test
    void thePictureIsWhatItsApertureLeaves() {
        var clap = box("clap", ints(64, 1, 48, 1, 0, 1, 0, 1));
        var facts = BothWays.read(all(FTYP, meta(ispe(64, 64), clap), MDAT));
        assertThat(facts.error()).isNull();
        assertThat(facts.width()).isEqualTo(64);
        assertThat(facts.height()).isEqualTo(48);
    }

    @Test
    void aPictureWithoutPixelsWasCut() {
        assertThat(BothWays.read(all(FTYP, meta(ispe(64, 64)))).error()).isEqualTo("image_corrupt");
        assertThat(BothWays.read(all(FTYP, meta(ispe(64, 64)), MDAT)).error()).isNull();
    }

    @Test
    void aSequenceHasTheFramesOfItsLongestTrack() {
        var samples = box("stsz", ints(0, 0, 3, 1, 1, 1));
        var track = box("trak", box("mdia", box("minf", box("stbl", samples))));
        var facts = BothWays.read(all(FTYP, meta(ispe(64, 48)), box("moov", track), MDAT));
        assertThat(facts.frames()).isEqualTo(3);
    }

    /// Ranges have 512 bytes in hand when the kind is told, a stream has all: the fuzzer's.
    @Test
    void brandsThatComeLateCountForNobody() {
        var late = box("ftyp", "none".getBytes(US_ASCII), new byte[600], "avif".getBytes(US_ASCII));
        assertThat(BothWays.read(all(late, new byte[100])).error()).isEqualTo("image_corrupt");
    }

    private static byte[] ispe(int width, int height) {
        return box("ispe", ints(0, width, height));
    }

    private static byte[] meta(byte[]... properties) {
        return box("meta", ints(0), box("iprp", box("ipco", properties)));
    }

    private static byte[] box(String type, byte[]... parts) {
        byte[] inside = all(parts);
        return all(ints(8 + inside.length), type.getBytes(US_ASCII), inside);
    }

    private static byte[] ints(int... numbers) {
        var bytes = ByteBuffer.allocate(4 * numbers.length);
        for (int number : numbers) {
            bytes.putInt(number);
        }
        return bytes.array();
    }

    private static byte[] all(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
