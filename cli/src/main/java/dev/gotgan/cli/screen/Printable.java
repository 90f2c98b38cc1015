package dev.gotgan.cli.screen;

/// Text from anywhere, as a terminal may show it.
public final class Printable {
    private Printable() {}

    /// Without what could move the cursor or colour the terminal.
    public static String of(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) ? '\uFFFD' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
