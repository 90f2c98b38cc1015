package dev.gotgan.engine.catalog;

import dev.gotgan.engine.catalog.DatasetList.BadCursor;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Where a page of a list ended, as the caller carries it.
///
/// @param order which list and which way it was sorted
/// @param id    of the last row
/// @param key   by which that was sorted, as text
public record ListCursor(String order, String id, String key) {
    /// @throws BadCursor it is no cursor, or one of another order
    public static ListCursor parse(String order, String cursor) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\0", 3);
            if (parts.length == 3 && parts[0].equals(order)) {
                return new ListCursor(order, parts[1], parts[2]);
            }
        } catch (IllegalArgumentException e) {
            // no base64: falls through
        }
        throw new BadCursor(cursor);
    }

    public String text() {
        var text = String.join("\0", order, id, key);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
