package dev.gotgan.cli.screen;

import java.io.PrintWriter;

/// Something odd about names that did not keep anything out: what, of how many files, and one of them.
public record NameNote(String code, long count, String example, String why) {
    public void print(PrintWriter out) {
        String files = count == 1 ? "1 file" : count + " files";
        out.println("note %s: %s, as %s: %s".formatted(code, files, Printable.of(example), why));
    }
}
