package dev.gotgan.server.web.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.PathRefused;
import dev.gotgan.server.web.problem.Code;
import dev.gotgan.server.web.problem.Refused;
import java.util.Base64;

/// Where a listing goes on: on the generation it began with, so that pages never mix two states.
///
/// @param after the last path of the page before
public record PathCursor(long generation, LogicalPath after) {
    public static PathCursor parse(String cursor) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
            int space = text.indexOf(' ');
            return new PathCursor(
                    Long.parseLong(text.substring(0, Math.max(space, 0))), LogicalPath.of(text.substring(space + 1)));
        } catch (IllegalArgumentException | PathRefused e) {
            throw new Refused(Code.INVALID_PARAMETER, "cursor is not one of this list: begin without it.");
        }
    }

    public String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((generation + " " + after).getBytes(UTF_8));
    }
}
