package dev.gotgan.engine.content;

import java.util.Locale;
import java.util.Map;

/// The closed table of what a browser may show; everything else, SVG and HTML above all, is only ever saved.
public final class MediaType {
    /// What is only ever saved.
    public static final String BYTES = "application/octet-stream";

    private static final Map<String, String> PICTURES = Map.of(
            "jpg", "image/jpeg",
            "jpeg", "image/jpeg",
            "png", "image/png",
            "gif", "image/gif",
            "webp", "image/webp",
            "bmp", "image/bmp",
            "tif", "image/tiff",
            "tiff", "image/tiff");

    private MediaType() {}

    /// The type of a file by the ending of its name, or of a path or key by its last part's.
    public static String of(String name) {
        var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return PICTURES.getOrDefault(ending, BYTES);
    }
}
