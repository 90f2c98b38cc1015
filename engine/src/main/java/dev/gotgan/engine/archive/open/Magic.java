package dev.gotgan.engine.archive.open;

import dev.gotgan.engine.archive.ArchiveRefusal;
import dev.gotgan.engine.archive.ArchiveRefused;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/// What the first bytes of a file say that it is.
enum Magic {
    ZIP,
    SPLIT_ZIP,
    GZIP,
    /// An archive of a kind that is not taken in.
    FOREIGN,
    /// A tar, which says so later in its first block, or no archive.
    UNKNOWN;

    static final String WANTED = "send a .zip, .tar, .tar.gz or .tgz";

    private static final Map<String, String> FOREIGNERS = Map.of(
            "377abcaf271c", "7z",
            "526172211a07", "RAR",
            "fd377a585a00", "xz",
            "28b52ffd", "zstd",
            "425a68", "bzip2",
            "04224d18", "lz4",
            "1f9d", "compress",
            "4d534346", "Windows cabinet");

    static Magic of(byte[] head) {
        String hex = hex(head);
        if (hex.startsWith("504b0304") || hex.startsWith("504b0506")) {
            return ZIP;
        }
        if (hex.startsWith("504b0708") || hex.startsWith("504b3030504b0304")) {
            return SPLIT_ZIP;
        }
        if (hex.startsWith("1f8b")) {
            return GZIP;
        }
        return findForeigner(hex).isPresent() ? FOREIGN : UNKNOWN;
    }

    /// The refusal of a foreign archive, by its name.
    static ArchiveRefused foreign(byte[] head) {
        return ArchiveRefusal.ARCHIVE_TYPE_MISMATCH.because("this is a %s file, which is not read; unpack it and %s"
                .formatted(findForeigner(hex(head)).orElse("foreign"), WANTED));
    }

    private static Optional<String> findForeigner(String hex) {
        return FOREIGNERS.entrySet().stream()
                .filter(foreigner -> hex.startsWith(foreigner.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static String hex(byte[] head) {
        return HexFormat.of().formatHex(head, 0, Math.min(head.length, 8));
    }
}
