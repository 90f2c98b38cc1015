package dev.gotgan.server.finding;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gotgan.engine.catalog.FindingPages.Place;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.facts.Finding;
import dev.gotgan.engine.facts.Severity;
import dev.gotgan.server.web.problem.Code;
import dev.gotgan.server.web.problem.Refused;
import java.util.Base64;

/// Where a list of findings goes on: on the generation it began with, so that pages never mix two states.
record ProblemCursor(long generation, Place after) {
    private static final int PARTS = 6;

    /// The cursor behind the last finding of a page.
    static String behind(long generation, Finding last) {
        var place = Place.of(last);
        var text = String.join(
                "\n",
                Long.toString(generation),
                place.severity().wire(),
                place.kind(),
                Integer.toString(place.line()),
                place.identity(),
                place.path());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    static ProblemCursor parse(String cursor) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
            var parts = text.split("\n", PARTS);
            if (parts.length < PARTS || text.indexOf('\0') >= 0) {
                throw foreign();
            }
            var severity = Severity.find(parts[1]).orElseThrow(ProblemCursor::foreign);
            var identity = Sha256.parse(parts[4]).hex();
            var place = new Place(severity, parts[2], parts[5], Integer.parseInt(parts[3]), identity);
            return new ProblemCursor(Long.parseLong(parts[0]), place);
        } catch (IllegalArgumentException e) {
            throw foreign();
        }
    }

    private static Refused foreign() {
        return new Refused(Code.INVALID_PARAMETER, "cursor is not one of this list: begin without it.");
    }
}
