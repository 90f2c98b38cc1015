package dev.gotgan.engine.format.text;

import dev.gotgan.engine.format.finding.FindingKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// One YAML document as maps, lists and strings; every scalar stays the text that was written (`no`, `1.0`,
/// `12:30:45`).
///
/// Built from the parser's events and not by a loader: no tag makes an object, depth and aliases are counted while
/// reading, and a key that comes twice is refused.
public final class Yaml {
    private static final int MAX_DEPTH = 32;
    private static final int MAX_ALIASES = 20;
    private static final int MAX_NODES = 1_000_000;
    private static final String PLAIN_TAG = "tag:yaml.org,2002:";

    private final Iterator<Event> events;
    private final Map<String, Object> anchors = new HashMap<>();
    private final Set<Object> plain = Collections.newSetFromMap(new IdentityHashMap<>());
    private int aliases;
    private int nodes;

    private Yaml(Iterator<Event> events) {
        this.events = events;
    }

    /// What a document says.
    ///
    /// @param root  a map, a list or a string
    /// @param plain the strings below it, by identity, that were written without quotes
    public record Document(Object root, Set<Object> plain) {
        public static final Document EMPTY = new Document("", Set.of());

        /// Whether this very string of the document was written without quotes, so that others may read it as a
        /// number or a truth value.
        public boolean isPlain(String value) {
            return plain.contains(value);
        }
    }

    /// Reads one document.
    ///
    /// @throws YamlRefused with the finding it is
    public static Document read(String text) {
        var settings = LoadSettings.builder()
                .setCodePointLimit(Integer.MAX_VALUE)
                .setUseMarks(true)
                .build();
        try {
            var yaml = new Yaml(new Parse(settings).parseString(text).iterator());
            return new Document(yaml.document(), yaml.plain);
        } catch (YamlEngineException e) {
            throw new YamlRefused(FindingKind.YAML_SYNTAX, firstLine(e));
        }
    }

    private Object document() {
        events.next(); // the stream
        if (events.next().getEventId() == Event.ID.StreamEnd) {
            return "";
        }
        var root = node(events.next(), 0);
        events.next(); // the document's end
        if (events.next().getEventId() != Event.ID.StreamEnd) {
            throw new YamlRefused(FindingKind.YAML_SYNTAX, "---");
        }
        return root;
    }

    private Object node(Event event, int depth) {
        if (depth > MAX_DEPTH) {
            throw new YamlRefused(FindingKind.YAML_DEPTH, "");
        }
        if (++nodes > MAX_NODES) {
            throw new YamlRefused(FindingKind.YAML_ALIAS, "");
        }
        return switch (event) {
            case ScalarEvent scalar -> {
                refuseTag(scalar.getTag().orElse(PLAIN_TAG));
                var value = scalar.getValue();
                if (scalar.isPlain()) {
                    plain.add(value);
                }
                yield anchored(scalar, value);
            }
            case SequenceStartEvent sequence -> {
                refuseTag(sequence.getTag().orElse(PLAIN_TAG));
                yield anchored(sequence, sequence(depth));
            }
            case MappingStartEvent mapping -> {
                refuseTag(mapping.getTag().orElse(PLAIN_TAG));
                yield anchored(mapping, mapping(depth));
            }
            case AliasEvent alias -> alias(alias);
            default -> throw new YamlRefused(FindingKind.YAML_SYNTAX, "");
        };
    }

    private List<Object> sequence(int depth) {
        var list = new ArrayList<>();
        for (var event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            list.add(node(event, depth + 1));
        }
        return list;
    }

    private Map<String, Object> mapping(int depth) {
        var map = new LinkedHashMap<String, Object>();
        for (var event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            var key = node(event, depth + 1);
            if (!(key instanceof String name)) {
                throw new YamlRefused(FindingKind.YAML_SYNTAX, "?");
            }
            if (map.put(name, node(events.next(), depth + 1)) != null) {
                throw new YamlRefused(FindingKind.YAML_DUPLICATE_KEY, name);
            }
        }
        return map;
    }

    private Object anchored(NodeEvent event, Object value) {
        event.getAnchor().ifPresent(anchor -> anchors.put(anchor.getValue(), value));
        return value;
    }

    /// An anchor is known once its node is complete, so nothing can hold itself.
    private Object alias(AliasEvent event) {
        var value = anchors.get(event.getAlias().getValue());
        if (value == null || ++aliases > MAX_ALIASES) {
            throw new YamlRefused(FindingKind.YAML_ALIAS, "");
        }
        return value;
    }

    /// Tags of plain text, lists and maps say nothing new; every other one asks for an object.
    private static void refuseTag(String tag) {
        boolean plain = tag.equals(PLAIN_TAG)
                || tag.equals("!")
                || tag.equals(PLAIN_TAG + "str")
                || tag.equals(PLAIN_TAG + "int")
                || tag.equals(PLAIN_TAG + "float")
                || tag.equals(PLAIN_TAG + "seq")
                || tag.equals(PLAIN_TAG + "map");
        if (!plain) {
            throw new YamlRefused(FindingKind.YAML_TAG, tag);
        }
    }

    private static String firstLine(YamlEngineException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
