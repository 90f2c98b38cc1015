package dev.gotgan.engine.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.gotgan.engine.facts.ImageFacts.Kind;
import java.util.List;
import java.util.Locale;

/// What a content is by its first bytes, and, if it is no image that we know, what else it may be.
final class FirstBytes {
    /// So many of them decide.
    static final int NEEDED = 512;

    private static final List<String> NO_IMAGE = List.of(
            "MZ", "\u007FELF", "%PDF", "PK\u0003\u0004", "PK\u0005\u0006", "\u001F\u008B", "Rar!", "7z\u00BC\u00AF");
    private static final List<String> IMAGE_WITHOUT_READER =
            List.of("8BPS", "\u0000\u0000\u0001\u0000", "\u0000\u0000\u0000\fjP  ", "\u00FF\n", "gimp xcf");

    private FirstBytes() {}

    static Kind kind(byte[] head, int length) {
        if (length < 2) {
            return Kind.OTHER;
        }
        int two = (head[0] & 0xFF) << 8 | (head[1] & 0xFF);
        return switch (two) {
            case 0xFFD8 -> length > 2 && head[2] == (byte) 0xFF ? Kind.JPEG : Kind.OTHER;
            case 0x8950 -> starts(head, length, "\u0089PNG\r\n\u001A\n") ? Kind.PNG : Kind.OTHER;
            case 0x4749 -> starts(head, length, "GIF87a") || starts(head, length, "GIF89a") ? Kind.GIF : Kind.OTHER;
            case 0x424D -> isBmp(head, length) ? Kind.BMP : Kind.OTHER;
            case 0x5249 ->
                starts(head, length, "RIFF")
                                && text(head, 8, Math.min(12, length)).equals("WEBP")
                        ? Kind.WEBP
                        : Kind.OTHER;
            case 0x4949 -> length > 3 && (head[2] == 42 || head[2] == 43) && head[3] == 0 ? Kind.TIFF : Kind.OTHER;
            case 0x4D4D -> length > 3 && head[2] == 0 && (head[3] == 42 || head[3] == 43) ? Kind.TIFF : Kind.OTHER;
            default -> isoMedia(head, length);
        };
    }

    /// The error of a content that should be an image and is none.
    static String whyNot(byte[] head, int length) {
        String text = text(head, 0, Math.min(length, NEEDED));
        String lower = text.toLowerCase(Locale.ROOT).stripLeading();
        if (text.startsWith("version https://git-lfs.github.com/spec/")) {
            return Sketch.LFS_POINTER;
        }
        if (lower.contains("<svg") || IMAGE_WITHOUT_READER.stream().anyMatch(text::startsWith) || isNetpbm(text)) {
            return Sketch.UNSUPPORTED;
        }
        if (NO_IMAGE.stream().anyMatch(text::startsWith) || lower.startsWith("<") || isText(head, length)) {
            return Sketch.OTHER_CONTENT;
        }
        return Sketch.CORRUPT;
    }

    private static boolean isBmp(byte[] head, int length) {
        // BM, then sizes, then the length of a header that some program really wrote
        return length > 15 && head[15] == 0 && (head[14] & 0xFF) >= 12 && (head[14] & 0xFF) <= 124;
    }

    private static Kind isoMedia(byte[] head, int length) {
        if (length < 12 || !text(head, 4, 8).equals("ftyp")) {
            return Kind.OTHER;
        }
        int box = Math.max(16, (head[2] & 0xFF) << 8 | (head[3] & 0xFF));
        int boxEnd = Math.min(Math.min(length, NEEDED), box); // whoever reads ranges has no more in hand
        String brands = text(head, 8, boxEnd);
        if (brands.contains("avif") || brands.contains("avis")) {
            return Kind.AVIF;
        }
        return brands.contains("heic") || brands.contains("heix") || brands.contains("mif1") || brands.contains("heim")
                ? Kind.HEIC
                : Kind.OTHER;
    }

    private static boolean isNetpbm(String text) {
        return text.length() > 2
                && text.charAt(0) == 'P'
                && text.charAt(1) >= '1'
                && text.charAt(1) <= '7'
                && Character.isWhitespace(text.charAt(2));
    }

    private static boolean isText(byte[] head, int length) {
        int n = Math.min(length, NEEDED);
        for (int i = 0; i < n; i++) {
            if (head[i] >= 0 && head[i] < ' ' && head[i] != '\n' && head[i] != '\r' && head[i] != '\t') {
                return false;
            }
        }
        return n > 8;
    }

    private static boolean starts(byte[] head, int length, String wanted) {
        return length >= wanted.length() && text(head, 0, wanted.length()).equals(wanted);
    }

    private static String text(byte[] head, int from, int to) {
        return from >= to ? "" : new String(head, from, to - from, ISO_8859_1);
    }
}
