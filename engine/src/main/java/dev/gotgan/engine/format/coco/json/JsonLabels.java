package dev.gotgan.engine.format.coco.json;

import dev.gotgan.engine.format.finding.FindingKind;
import dev.gotgan.engine.format.finding.FindingLog;
import dev.gotgan.engine.format.label.AnnotationSink;
import dev.gotgan.engine.format.label.LabelKind;
import dev.gotgan.engine.format.label.ReadLabel;
import dev.gotgan.engine.format.label.SummaryJson;
import dev.gotgan.engine.format.text.Decoded;
import dev.gotgan.engine.format.text.Joined;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/// Reads `.json` contents in one pass with bounds on depth, numbers and names; a key may not come twice.
public final class JsonLabels {
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(64)
                    .maxNumberLength(1000)
                    .maxStringLength(1 << 26)
                    .maxNameLength(10_000)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private JsonLabels() {}

    /// Reads a whole content.
    ///
    /// @param first its beginning, up to `length`: at least 64 KiB, or all of it
    /// @param rest  what follows
    public static ReadLabel read(byte[] first, int length, InputStream rest, AnnotationSink sink) throws IOException {
        var log = new FindingLog();
        int next = rest.read();
        var feed = new JsonFeed(first, length, next < 0 ? rest : Joined.of(next, rest));
        return read(feed, next < 0 ? open(first, length, feed, log) : open(feed), sink, log);
    }

    /// Reads what `parser` reads from `feed`.
    static ReadLabel read(JsonFeed feed, JsonParser parser, AnnotationSink sink, FindingLog log) throws IOException {
        var reader = new CocoReader(feed, sink, log);
        try (parser) {
            reader.read(parser);
        } catch (JacksonIOException e) {
            rethrow(e);
            log.add(FindingKind.LABEL_ENCODING, 0, message(e));
        } catch (JacksonException e) {
            log.add(kind(e), line(e, feed.linesPassed()), message(e));
        }
        return reader.isCoco()
                ? reader.label()
                : new ReadLabel(LabelKind.JSON_OTHER, SummaryJson.write(log.findings(), json -> {}));
    }

    static JsonParser open(JsonFeed feed) {
        return JSON.createParser(ObjectReadContext.empty(), feed);
    }

    /// Of a content that is there as a whole it can be seen how its texts are written.
    private static JsonParser open(byte[] all, int length, JsonFeed feed, FindingLog log) {
        var decoded = Decoded.of(all, length);
        if (decoded.utf8()) {
            return open(feed);
        }
        log.add(FindingKind.LABEL_ENCODING);
        return JSON.createParser(ObjectReadContext.empty(), decoded.text());
    }

    private static FindingKind kind(JacksonException e) {
        var message = String.valueOf(e.getOriginalMessage()).toLowerCase(Locale.ROOT);
        if (message.contains("nesting depth")) {
            return FindingKind.JSON_DEPTH;
        }
        if (message.contains("number value length") || message.contains("bigdecimal scale")) {
            return FindingKind.JSON_NUMBER;
        }
        if (e instanceof UnexpectedEndOfInputException) {
            return FindingKind.JSON_CUT;
        }
        return message.contains("duplicate") ? FindingKind.JSON_DUPLICATE_KEY : FindingKind.JSON_SYNTAX;
    }

    private static void rethrow(JacksonIOException e) throws IOException {
        var cause = e.getCause();
        if (cause != null && !(cause instanceof CharConversionException)) {
            throw cause;
        }
    }

    private static int line(JacksonException e, int passed) {
        int seen = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
        return seen <= 0 ? 0 : seen + passed;
    }

    private static String message(JacksonException e) {
        var message = String.valueOf(e.getOriginalMessage());
        int at = message.indexOf(" (start marker at");
        return at < 0 ? message : message.substring(0, at);
    }
}
