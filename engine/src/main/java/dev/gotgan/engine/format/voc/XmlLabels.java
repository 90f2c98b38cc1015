package dev.gotgan.engine.format.voc;

import dev.gotgan.engine.format.finding.FindingKind;
import dev.gotgan.engine.format.finding.FindingLog;
import dev.gotgan.engine.format.label.AnnotationSink;
import dev.gotgan.engine.format.label.LabelKind;
import dev.gotgan.engine.format.label.ReadLabel;
import dev.gotgan.engine.format.label.SummaryJson;
import dev.gotgan.engine.format.text.Decoded;
import dev.gotgan.engine.format.text.Joined;
import java.io.ByteArrayInputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads `.xml` contents with the JDK's own parser, document types and external entities off. One per thread.
public final class XmlLabels {
    private static final Pattern DECLARED =
            Pattern.compile("^\\s*<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([^\"']{1,40})");
    /// All of them are read as CP949, which holds every syllable; tools that say EUC-KR write that.
    private static final Set<String> KOREAN =
            Set.of("EUC-KR", "EUC_KR", "EUCKR", "KS_C_5601-1987", "KSC5601", "KSC_5601", "CP949", "MS949", "UHC");

    private static final String ANNOTATION = "annotation";
    private static final int PROLOG = 512;

    private final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();

    public XmlLabels() {
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
    }

    /// Reads a whole content.
    ///
    /// @param first its beginning, up to `length`: at least 64 KiB, or all of it
    /// @param rest  what follows
    public ReadLabel read(byte[] first, int length, InputStream rest, AnnotationSink sink) throws IOException {
        var log = new FindingLog();
        VocLabelReader reader;
        try {
            reader = new VocLabelReader(new SteadyXml(open(first, length, rest, log)), sink, log);
        } catch (XMLStreamException e) {
            log.add(kind(e), 0, message(e));
            return broken(first, length, log);
        }
        try {
            reader.read();
        } catch (XMLStreamException e) {
            rethrow(e);
            log.add(kind(e), reader.line(), message(e));
        }
        boolean annotation = reader.root().isEmpty()
                ? mentionsAnnotation(first, length)
                : reader.root().equals(ANNOTATION);
        return annotation ? reader.label() : other(reader.root(), log);
    }

    /// A text that says it is UTF-8, or says nothing, and is not, is most often CP949.
    private XMLStreamReader open(byte[] first, int length, InputStream rest, FindingLog log)
            throws XMLStreamException, IOException {
        int next = rest.read();
        if (next >= 0) {
            return factory.createXMLStreamReader(Joined.of(first, length, next, rest));
        }
        var prolog = new String(first, 0, Math.min(length, PROLOG), StandardCharsets.ISO_8859_1);
        var declared = DECLARED.matcher(prolog);
        var charset = declared.find() ? declared.group(1).toUpperCase(Locale.ROOT) : "UTF-8";
        boolean marked = length > 1 && (first[0] == (byte) 0xFE || first[0] == (byte) 0xFF);
        boolean korean = KOREAN.contains(charset);
        if (!marked && (korean || charset.equals("UTF-8"))) {
            var decoded = Decoded.of(first, length);
            boolean lies = korean ? decoded.utf8() && !isAscii(first, length) : !decoded.utf8();
            if (lies) {
                log.add(FindingKind.LABEL_ENCODING);
            }
            if (korean || lies) {
                return factory.createXMLStreamReader(new StringReader(decoded.text()));
            }
        }
        return factory.createXMLStreamReader(new ByteArrayInputStream(first, 0, length));
    }

    private static boolean isAscii(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }

    private static ReadLabel broken(byte[] first, int length, FindingLog log) {
        if (!mentionsAnnotation(first, length)) {
            return other("", log);
        }
        var summary = new VocSummary("", 0, 0, Map.of(), 0, 0, 0, 0, 0, log.findings());
        return new ReadLabel(LabelKind.VOC_XML, summary.json());
    }

    /// Some other XML: its findings are kept for the case that it lies where an annotation should.
    private static ReadLabel other(String root, FindingLog log) {
        if (log.findings().isEmpty()) {
            log.add(FindingKind.XML_SHAPE, 0, root);
        }
        return new ReadLabel(LabelKind.XML_OTHER, SummaryJson.write(log.findings(), json -> {}));
    }

    private static boolean mentionsAnnotation(byte[] first, int length) {
        return new String(first, 0, length, StandardCharsets.ISO_8859_1)
                .replace("\u0000", "")
                .contains("<" + ANNOTATION);
    }

    private static FindingKind kind(XMLStreamException e) {
        var message = String.valueOf(e.getMessage());
        if (e.getNestedException() instanceof CharConversionException || message.contains("ncoding")) {
            return FindingKind.LABEL_ENCODING;
        }
        if (message.contains("JAXP0001")) {
            return FindingKind.XML_DEPTH;
        }
        if (message.contains("DOCTYPE") || message.contains("InDTD") || message.contains("The entity \"")) {
            return FindingKind.XML_DTD_FORBIDDEN;
        }
        boolean cut = message.contains("start and end within the same entity") || message.contains("end of file");
        return cut ? FindingKind.XML_CUT : FindingKind.XML_SYNTAX;
    }

    /// The parser wraps what the stream throws; that is no verdict on the content.
    private static void rethrow(XMLStreamException e) throws IOException {
        if (e.getNestedException() instanceof IOException io && !(io instanceof CharConversionException)) {
            throw io;
        }
    }

    private static String message(XMLStreamException e) {
        var message = String.valueOf(e.getMessage());
        int at = message.indexOf("Message: ");
        return at < 0 ? message : message.substring(at + 9);
    }
}
