package dev.gotgan.engine.format.voc;

import dev.gotgan.engine.format.finding.FindingKind;
import dev.gotgan.engine.format.finding.FindingLog;
import dev.gotgan.engine.format.finding.SafeText;
import dev.gotgan.engine.format.label.AnnotationSink;
import dev.gotgan.engine.format.label.LabelKind;
import dev.gotgan.engine.format.label.LongSet;
import dev.gotgan.engine.format.label.ReadLabel;
import dev.gotgan.engine.format.text.ClassNames;
import dev.gotgan.engine.format.text.Decimals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Reads one XML event by event: a VOC annotation, or some other XML, of which only the root is looked at.
///
/// Names and boxes of an object's parts (`<part>`) are not the object's: only direct children count.
final class VocLabelReader {
    private static final Set<String> SIDES = Set.of("xmin", "ymin", "xmax", "ymax");
    private static final Pattern POINT = Pattern.compile("[xy]\\d*");
    private static final int MANY_OBJECTS = 10_000;
    private static final int MAX_DEPTH = 64;
    private static final int MAX_TEXT = 1 << 16;

    private final XMLStreamReader xml;
    private final AnnotationSink sink;
    private final FindingLog log;
    private final List<String> path = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final Map<String, Integer> classes = new TreeMap<>();
    private final LongSet seen = new LongSet();
    private final List<VocObject> beforeSize = new ArrayList<>();
    private @Nullable VocObject object;
    private String fileName = "";
    private String root = "";
    private int width;
    private int height;
    private int boxes;
    private int turned;
    private int polygons;
    private int objects;
    private double right;
    private double bottom;

    VocLabelReader(XMLStreamReader xml, AnnotationSink sink, FindingLog log) {
        this.xml = xml;
        this.sink = sink;
        this.log = log;
    }

    /// Reads to the end, or to what is refused.
    void read() throws XMLStreamException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> {
                    log.add(FindingKind.XML_DTD_FORBIDDEN, line(), null);
                    return;
                }
                case XMLStreamConstants.START_ELEMENT -> {
                    if (path.size() >= MAX_DEPTH) {
                        log.add(FindingKind.XML_DEPTH, line(), null);
                        return;
                    }
                    root = path.isEmpty() ? xml.getLocalName() : root;
                    start(xml.getLocalName());
                }
                case XMLStreamConstants.END_ELEMENT -> end();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (text.length() < MAX_TEXT) {
                        text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                    }
                }
                default -> {}
            }
        }
    }

    /// The name of the outermost element; empty where none was reached.
    String root() {
        return root;
    }

    ReadLabel label() {
        for (var late : beforeSize) {
            late.check(width, height, log);
        }
        var summary = new VocSummary(
                fileName, width, height, classes, boxes, turned, polygons, right, bottom, log.findings());
        return new ReadLabel(LabelKind.VOC_XML, summary.json());
    }

    int line() {
        return Math.max(0, xml.getLocation().getLineNumber());
    }

    private void start(String element) {
        path.add(element);
        text.setLength(0);
        if (path.size() == 2 && element.equals("object")) {
            object = new VocObject(line());
        } else if (path.size() == 3 && object != null) {
            object.boxed |= element.equals("bndbox");
            object.turned |= element.equals("robndbox");
            object.polygon |= element.equals("polygon") || element.equals("segmentation");
        }
    }

    private void end() {
        String element = path.getLast();
        switch (path.size()) {
            case 2 -> topLevel(element);
            case 3 -> inner(element);
            case 4, 5 -> {
                if (object != null) {
                    number(object, element);
                }
            }
            default -> {}
        }
        path.removeLast();
        text.setLength(0);
    }

    /// A number of an object's box, turned box or outline (`polygon/x1`, `polygon/pt/x`).
    private void number(VocObject of, String element) {
        boolean direct = path.size() == 4;
        switch (path.get(2)) {
            case "bndbox" -> {
                if (direct && SIDES.contains(element)) {
                    of.side(element, text.toString(), log);
                }
            }
            case "robndbox" -> {
                if (direct) {
                    of.turn(element, text.toString(), log);
                }
            }
            case "polygon", "segmentation" -> {
                if (POINT.matcher(element).matches()) {
                    of.point(text.toString(), log);
                }
            }
            default -> {}
        }
    }

    private void topLevel(String element) {
        if (element.equals("filename")) {
            fileName(text.toString().strip());
        } else if (element.equals("object") && object != null) {
            finish(object);
            object = null;
        }
    }

    private void inner(String element) {
        if (object != null && element.equals("name")) {
            object.name = text.toString();
        } else if (path.get(1).equals("size") && element.equals("width")) {
            width = side();
        } else if (path.get(1).equals("size") && element.equals("height")) {
            height = side();
        }
    }

    private int side() {
        double number = Decimals.parse(text.toString());
        return number > 0 && number < Integer.MAX_VALUE ? (int) number : 0;
    }

    private void fileName(String name) {
        if (name.contains("..") && name.matches("(.*[/\\\\])?\\.\\.([/\\\\].*)?")) {
            log.add(FindingKind.FILE_NAME_UNSAFE, line(), name);
        }
        fileName = SafeText.of(name.length() > 1024 ? name.substring(0, 1024) : name);
    }

    private void finish(VocObject done) {
        if (done.name.isBlank()) {
            log.add(FindingKind.OBJECT_NAMELESS, done.line, null);
            return;
        }
        done.name = ClassNames.keep(done.name, done.line, log);
        classes.merge(done.name, 1, Integer::sum);
        boxes += done.boxed ? 1 : 0;
        turned += done.turned ? 1 : 0;
        polygons += done.polygon ? 1 : 0;
        if (objects == MANY_OBJECTS) {
            log.add(FindingKind.LABEL_TOO_LARGE, done.line, null);
        } else if (objects < MANY_OBJECTS) {
            checkOne(done);
        }
        if (done.isComplete()) {
            right = Math.max(right, done.xmax);
            bottom = Math.max(bottom, done.ymax);
        }
        if (sink.isWanted()) {
            done.annotation(objects).ifPresent(sink::annotation);
        }
        objects++;
    }

    private void checkOne(VocObject done) {
        if (done.isComplete() && !seen.add(done.hash())) {
            log.add(FindingKind.ANNOTATION_REPEATED, done.line, done.text());
        } else if (width > 0) {
            done.check(width, height, log);
        } else {
            beforeSize.add(done);
        }
    }
}
