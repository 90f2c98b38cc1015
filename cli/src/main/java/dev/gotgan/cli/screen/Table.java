package dev.gotgan.cli.screen;

import java.io.PrintWriter;
import java.util.List;

/// Rows under each other. Hangul and other wide characters take two columns.
public final class Table {
    private Table() {}

    public static void print(List<List<String>> rows, PrintWriter out) {
        int columns = rows.getFirst().size();
        var widths = new int[columns];
        for (var row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        for (var row : rows) {
            var line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                String cell = Printable.of(row.get(i));
                line.append(cell).repeat(' ', widths[i] - width(cell) + 2);
            }
            out.println(line.toString().stripTrailing());
        }
        out.flush();
    }

    public static int width(String text) {
        return text.codePoints().map(Table::width).sum();
    }

    private static int width(int c) {
        boolean wide = (c >= 0x1100 && c <= 0x115F)
                || (c >= 0x2E80 && c <= 0xA4CF)
                || (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0xFE30 && c <= 0xFE6F)
                || (c >= 0xFF00 && c <= 0xFF60)
                || (c >= 0x1F300 && c <= 0x1FAFF);
        return wide ? 2 : Character.getType(c) == Character.NON_SPACING_MARK ? 0 : 1;
    }
}
