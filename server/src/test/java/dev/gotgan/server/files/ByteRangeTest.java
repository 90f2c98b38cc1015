package dev.gotgan.server.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gotgan.server.web.problem.Refused;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {
    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 0",
        "bytes=0-, 0, 99",
        "bytes=10-19, 10, 19",
        "bytes=90-200, 90, 99",
        "bytes=-1, 99, 99",
        "bytes=-500, 0, 99"
    })
    void aRangeIsCutToTheFile(String header, long first, long last) {
        assertThat(ByteRange.find(header, 100)).hasValue(new ByteRange(first, last));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=", "bytes=-", "bytes=1-2,4-5", "lines=1-2", "bytes=5-4", "bytes=a-b"})
    void whatIsNoSingleRangeMeansTheWholeFile(String header) {
        assertThat(ByteRange.find(header, 100)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"bytes=100-, 100", "bytes=100-200, 100", "bytes=-0, 100", "bytes=0-, 0", "bytes=-5, 0"})
    void bytesBeyondTheEndAreRefused(String header, long size) {
        assertThatThrownBy(() -> ByteRange.find(header, size))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problem().headers())
                                .containsEntry("Content-Range", "bytes */" + size));
    }
}
