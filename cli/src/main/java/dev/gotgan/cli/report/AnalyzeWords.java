package dev.gotgan.cli.report;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/// The words around findings, in one language.
final class AnalyzeWords {
    private final Locale locale;
    private final ResourceBundle words;

    private AnalyzeWords(Locale locale) {
        this.locale = locale;
        this.words = ResourceBundle.getBundle(
                "dev.gotgan.cli.command.analyze", locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    static AnalyzeWords in(Locale locale) {
        return new AnalyzeWords(locale);
    }

    String say(String key, Object... values) {
        var pattern = words.getString(key);
        return values.length == 0 ? pattern : new MessageFormat(pattern, locale).format(values);
    }
}
