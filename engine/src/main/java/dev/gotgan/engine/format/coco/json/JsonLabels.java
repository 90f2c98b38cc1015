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
        var reader = new CocoReader(sink, log);
        try (var json = open(first, length, rest, log)) {
            reader.read(json);
        } catch (JacksonIOException e) {
            rethrow(e);
            log.add(FindingKind.LABEL_ENCODING, 0, message(e));
        } catch (JacksonException e) {
            log.add(kind(e), line(e), message(e));
        }
        return reader.isCoco()
                ? reader.label()
                : new ReadLabel(LabelKind.JSON_OTHER, SummaryJson.write(log.findings(), json -> {}));
    }

    private static JsonParser open(byte[] first, int length, InputStream rest, FindingLog log) throws IOException {
        int next = rest.read();
        if (next >= 0) {
            return JSON.createParser(ObjectReadContext.empty(), Joined.of(first, length, next, rest));
        }
        var decoded = Decoded.of(first, length);
        if (!decoded.utf8()) {
            log.add(FindingKind.LABEL_ENCODING);
            return JSON.createParser(ObjectReadContext.empty(), decoded.text());
        }
        return JSON.createParser(ObjectReadContext.empty(), first, 0, length);
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

    private static int line(JacksonException e) {
        return e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
    }

    private static String message(JacksonException e) {
        var message = String.valueOf(e.getOriginalMessage());
        int at = message.indexOf(" (start marker at");
        return at < 0 ? message : message.substring(0, at);
    }
}
