package dev.gotgan.engine.format.yolo;

import dev.gotgan.engine.facts.Severity;
import dev.gotgan.engine.format.finding.ContentFinding;
import dev.gotgan.engine.format.finding.FindingKind;
import dev.gotgan.engine.format.finding.FindingLog;
import dev.gotgan.engine.format.label.LabelKind;
import dev.gotgan.engine.format.label.ReadLabel;
import dev.gotgan.engine.format.label.SummaryJson;
import dev.gotgan.engine.format.text.ClassNames;
import dev.gotgan.engine.format.text.Decoded;
import dev.gotgan.engine.format.text.Yaml;
import dev.gotgan.engine.format.text.YamlRefused;
import dev.gotgan.engine.format.tree.SplitNames;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a data.yaml says: where the splits are, and how the classes are called.
///
/// @param path      the folder that everything is relative to; empty where none is named
/// @param splits    key as written (`train`, `val`, `test`) → folders or list files, in the file's order
/// @param names     class names by index; empty where none are given
/// @param nc        the number of classes that it states; -1 where it states none
/// @param keypoints numbers per object that are keypoints; 0 for none
/// @param findings  what is wrong with it; an error means that nothing of it can be trusted
public record DataYaml(
        String path,
        Map<String, List<String>> splits,
        List<String> names,
        int nc,
        int keypoints,
        List<ContentFinding> findings) {
    /// Keys that may hold a path, but no split's.
    private static final Set<String> SETTINGS = Set.of("path", "names", "nc", "download", "kpt_shape", "flip_idx");
    private static final Pattern TRAINING_KEYS = Pattern.compile("(?m)^(names|train|val|nc)\\s*:");
    private static final Pattern READ_DIFFERENTLY = Pattern.compile(
            "(?i)y|n|yes|no|on|off|true|false|null|~|[-+]?[0-9][0-9_]*(:[0-5]?[0-9])*(\\.[0-9_]*)?(e[-+]?[0-9]+)?|0x[0-9a-f]+|0o?[0-7]+");
    /// A training run's `args.yaml` says `val: true`.
    private static final Pattern SWITCH = Pattern.compile("(?i)true|false|yes|no|on|off");
    /// No number, date or switch is longer.
    private static final int LONGEST_SCALAR = 100;
    private static final int MAX_INDEX = 100_000;

    /// Reads a `.yaml` or `.yml`: a data.yaml, or something else.
    ///
    /// @param first its beginning, up to `length`: at least 1 MiB, or all of it
    /// @param rest  what follows; only whether anything does is asked
    public static ReadLabel read(byte[] first, int length, InputStream rest) throws IOException {
        return rest.read() >= 0 ? tooLong(first, length) : read(first, length);
    }

    private static ReadLabel read(byte[] bytes, int length) {
        var log = new FindingLog();
        var decoded = Decoded.of(bytes, length);
        if (!decoded.utf8()) {
            log.add(FindingKind.LABEL_ENCODING);
        }
        boolean meant = TRAINING_KEYS.matcher(decoded.text()).find();
        try {
            return summary(meant, Yaml.read(decoded.text()), log);
        } catch (YamlRefused e) {
            log.add(e.kind(), 0, e.value());
            return summary(meant, Yaml.Document.EMPTY, log);
        }
    }

    /// Of a content of which only the beginning was read.
    private static ReadLabel tooLong(byte[] beginning, int length) {
        var log = new FindingLog();
        log.add(FindingKind.LABEL_TOO_LARGE);
        boolean meant =
                TRAINING_KEYS.matcher(Decoded.of(beginning, length).text()).find();
        return summary(meant, Yaml.Document.EMPTY, log);
    }

    /// Whether an error stands in it, so that nothing it says may be used.
    boolean broken() {
        return findings.stream().anyMatch(f -> f.kind().severity() == Severity.ERROR);
    }

    private static ReadLabel summary(boolean meant, Yaml.Document document, FindingLog log) {
        Map<?, ?> root = document.root() instanceof Map<?, ?> map ? map : Map.of();
        boolean data = meant || root.containsKey("names");
        var kind = data ? LabelKind.DATA_YAML : LabelKind.YAML_OTHER;
        if (!data) {
            return new ReadLabel(kind, "{}");
        }
        var names = names(root.get("names"), document, log);
        if (root.containsKey("download")) {
            log.add(FindingKind.YAML_IGNORED_DIRECTIVE, 0, "download");
        }
        int nc = number(root.get("nc"), -1);
        if (nc >= 0 && !names.isEmpty() && nc != names.size()) {
            log.add(FindingKind.NAMES_COUNT, 0, "nc %d, names %d".formatted(nc, names.size()));
        }
        var splits = splits(root);
        int keypoints = root.get("kpt_shape") instanceof List<?> shape && shape.size() == 2
                ? Math.max(0, number(shape.get(0), 0)) * Math.max(0, number(shape.get(1), 0))
                : 0;
        var path = root.get("path") instanceof String text ? text : "";
        var yaml = new DataYaml(path, splits, names, nc, keypoints, log.findings());
        return new ReadLabel(kind, yaml.json());
    }

    /// Keys that are called like splits, and others that name a list: CVAT writes whatever its subsets are called.
    private static Map<String, List<String>> splits(Map<?, ?> root) {
        var splits = new LinkedHashMap<String, List<String>>();
        for (var entry : root.entrySet()) {
            if (entry.getKey() instanceof String key && !SETTINGS.contains(key)) {
                var sources = strings(entry.getValue()).stream()
                        .filter(source -> !SWITCH.matcher(source).matches())
                        .toList();
                boolean lists = sources.stream().allMatch(source -> source.endsWith(".txt"));
                if (!sources.isEmpty() && (SplitNames.isSplit(key) || lists)) {
                    splits.put(key, sources);
                }
            }
        }
        return splits;
    }

    private static List<String> strings(@Nullable Object value) {
        if (value instanceof String text) {
            return text.isBlank() || text.equals("null") || text.equals("~") ? List.of() : List.of(text);
        }
        if (!(value instanceof List<?> list)) {
            return List.of();
        }
        return list.stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    private static List<String> names(@Nullable Object value, Yaml.Document document, FindingLog log) {
        var written = new ArrayList<String>();
        if (value instanceof Map<?, ?> map) {
            for (var entry : map.entrySet()) {
                int index = number(entry.getKey(), -1);
                if (index >= 0 && index < MAX_INDEX && entry.getValue() instanceof String name) {
                    while (written.size() <= index) {
                        written.add("class_" + written.size());
                    }
                    written.set(index, name);
                }
            }
        } else {
            written.addAll(strings(value));
        }
        for (var name : written) {
            boolean brief = name.length() <= LONGEST_SCALAR; // a pattern with groups goes as deep as its text is long
            if (brief
                    && document.isPlain(name)
                    && READ_DIFFERENTLY.matcher(name).matches()) {
                log.add(FindingKind.YAML_READ_DIFFERENTLY, 0, name);
            }
        }
        return ClassNames.keep(written, log);
    }

    private static int number(@Nullable Object value, int otherwise) {
        return value instanceof String text && text.matches("[0-9]{1,7}") ? Integer.parseInt(text) : otherwise;
    }

    String json() {
        return SummaryJson.write(findings, json -> {
            json.writeStringProperty("path", path);
            json.writeObjectPropertyStart("splits");
            splits.forEach((key, sources) -> SummaryJson.strings(json, key, sources));
            json.writeEndObject();
            SummaryJson.strings(json, "names", names);
            json.writeNumberProperty("nc", nc);
            json.writeNumberProperty("keypoints", keypoints);
        });
    }

    static DataYaml of(String summary) {
        var path = new String[] {""};
        var splits = new LinkedHashMap<String, List<String>>();
        var names = new ArrayList<String>();
        var numbers = new int[] {-1, 0};
        var findings = SummaryJson.read(summary, (name, json) -> {
            switch (name) {
                case "path" -> path[0] = json.getString();
                case "splits" ->
                    SummaryJson.object(json, (key, sources) -> splits.put(key, SummaryJson.strings(sources)));
                case "names" -> names.addAll(SummaryJson.strings(json));
                case "nc" -> numbers[0] = json.getIntValue();
                case "keypoints" -> numbers[1] = json.getIntValue();
                default -> {}
            }
        });
        return new DataYaml(path[0], splits, names, numbers[0], numbers[1], findings);
    }
}
