package dev.gotgan.server.files;

import dev.gotgan.engine.content.LogicalPath;
import java.util.Locale;
import java.util.Map;

/// The closed table of what a browser may show; everything else, SVG and HTML above all, is only ever saved.
final class ContentTypes {
    static final String BYTES = "application/octet-stream";

    private static final Map<String, String> PICTURES = Map.of(
            "jpg", "image/jpeg",
            "jpeg", "image/jpeg",
            "png", "image/png",
            "gif", "image/gif",
            "webp", "image/webp",
            "bmp", "image/bmp",
            "tif", "image/tiff",
            "tiff", "image/tiff");

    private ContentTypes() {}

    static String of(LogicalPath path) {
        var name = path.name();
        var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return PICTURES.getOrDefault(ending, BYTES);
    }
}
