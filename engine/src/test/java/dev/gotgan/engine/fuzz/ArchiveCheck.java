package dev.gotgan.engine.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.engine.archive.Archive;
import dev.gotgan.engine.archive.ArchiveEntry;
import dev.gotgan.engine.archive.ArchiveLimits;
import dev.gotgan.engine.archive.ArchiveRefused;
import dev.gotgan.engine.archive.Spooled;
import dev.gotgan.engine.content.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/// Any bytes are an archive, read twice to the same files, or an [ArchiveRefused].
final class ArchiveCheck {
    private static final ArchiveLimits LIMITS = new ArchiveLimits(1 << 24, 10_000, 200, 1 << 22);

    private ArchiveCheck() {}

    static void zip(byte[] input) {
        check(input);
        byte[] repaired = ZipRepair.of(input);
        if (!Arrays.equals(repaired, input)) {
            check(repaired);
        }
    }

    static void tar(byte[] input) {
        check(input);
        boolean gzip = input.length > 1 && input[0] == 0x1F && input[1] == (byte) 0x8B;
        byte[] repaired = gzip ? TarRepair.gzip(input) : TarRepair.tar(input);
        if (!Arrays.equals(repaired, input)) {
            check(repaired);
        }
        if (!gzip && input.length % 7 == 0) {
            check(gzipped(repaired));
        }
    }

    private static void check(byte[] bytes) {
        try {
            Spooled.open(bytes, LIMITS, ArchiveCheck::readTwice);
        } catch (ArchiveRefused refused) {
            assertThat(refused.code()).matches("(archive|path)_[a-z_]+");
            assertThat(refused.why()).isNotBlank();
            assertThat(refused.getMessage().codePoints()).noneMatch(Character::isISOControl);
        }
    }

    private static int readTwice(Archive archive) throws IOException {
        var once = new LinkedHashMap<ArchiveEntry, Sha256>();
        var survey = archive.read((entry, in) -> once.put(entry, sha(in, entry.size())));
        assertThat(survey.files()).isEqualTo(once.size());
        assertThat(survey.bytes())
                .isEqualTo(once.keySet().stream().mapToLong(ArchiveEntry::size).sum());
        var again = new LinkedHashMap<ArchiveEntry, Sha256>();
        archive.read((entry, in) -> again.put(entry, sha(in, entry.size())));
        assertThat(again).isEqualTo(once);
        for (Map.Entry<ArchiveEntry, Sha256> file : once.entrySet()) {
            var source = archive.findSource(file.getKey());
            if (source.isPresent()) {
                try (var in = source.get().open()) {
                    assertThat(sha(in, file.getKey().size())).isEqualTo(file.getValue());
                }
            }
        }
        return once.size();
    }

    private static Sha256 sha(InputStream in, long size) throws IOException {
        var digest = Sha256.newDigest();
        var buffer = new byte[4096];
        long count = 0;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            digest.update(buffer, 0, n);
            count += n;
        }
        assertThat(count).isEqualTo(size);
        return Sha256.of(digest.digest());
    }

    private static byte[] gzipped(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
