package dev.gotgan.engine.format.finding;

import dev.gotgan.engine.facts.Finding;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/// The sentence of a finding in one language, made from what a stored finding holds, so that a language can be chosen
/// when it is read.
///
/// Patterns know `{value}`, `{count}`, `{line}`, `{path}` and `{pointer}`.
public final class FindingText {
    public static final FindingText ENGLISH = new FindingText("findings.properties");
    public static final FindingText KOREAN = new FindingText("findings_ko.properties");

    private final Map<String, String> patterns;

    private FindingText(String resource) {
        var properties = new Properties();
        try (var in = Objects.requireNonNull(FindingText.class.getResourceAsStream(resource), resource)) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var read = new HashMap<String, String>();
        properties.stringPropertyNames().forEach(kind -> read.put(kind, properties.getProperty(kind)));
        patterns = Map.copyOf(read);
    }

    /// Korean for Korean, English for everybody else.
    public static FindingText in(Locale locale) {
        return locale.getLanguage().equals("ko") ? KOREAN : ENGLISH;
    }

    public String of(Finding finding) {
        var pattern = patterns.getOrDefault(finding.kind(), finding.kind());
        if (pattern.indexOf('{') < 0) {
            return pattern;
        }
        return pattern.replace("{count}", Long.toString(finding.count()))
                .replace("{line}", Integer.toString(finding.line()))
                .replace("{path}", Objects.requireNonNullElse(finding.path(), ""))
                .replace("{pointer}", Objects.requireNonNullElse(finding.pointer(), ""))
                .replace("{value}", Objects.requireNonNullElse(finding.value(), ""));
    }

    /// The kinds that this language has a sentence for, with it.
    Map<String, String> patterns() {
        return patterns;
    }
}
