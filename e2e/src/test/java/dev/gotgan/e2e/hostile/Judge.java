package dev.gotgan.e2e.hostile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Compares what came of an input with what its manifest asks for.
final class Judge {
    private final Path data;
    private final List<String> wrong = new ArrayList<>();

    /// @param data the server's folder, of which no answer may speak
    Judge(Path data) {
        this.data = data;
    }

    /// What is wrong with `outcome`; empty where all is right.
    List<String> of(HostileCase hostile, Way way, Material material, Outcome outcome) {
        wrong.clear();
        discretion(outcome);
        if (outcome.status() != 0 && !hostile.mayAnswer(way, outcome.status())) {
            wrong.add("status " + outcome.status());
        }
        if (hostile.refusesAll(way)) {
            expect("code", hostile.reason(), outcome.code());
            return List.copyOf(wrong);
        }
        if (outcome.refused()) {
            wrong.add("refused: " + outcome.said());
            return List.copyOf(wrong);
        }
        remarks(hostile, outcome);
        if (!hostile.isPath()) {
            findings(hostile, outcome);
            facts(hostile, outcome);
        }
        if (way != Way.ANALYZE) {
            stored(hostile, material, outcome);
        }
        return List.copyOf(wrong);
    }

    private void discretion(Outcome outcome) {
        for (String secret : List.of("\tat ", "Exception", data.toString())) {
            if (outcome.said().contains(secret)) {
                wrong.add("it says \"" + secret.strip() + "\"");
            }
        }
        if (outcome.status() >= 500) {
            wrong.add("status " + outcome.status());
        }
    }

    /// Names are judged by the remarks on them alone.
    private void remarks(HostileCase hostile, Outcome outcome) {
        if (hostile.expected().equals("accept")
                && !outcome.warnings().isEmpty()
                && !(hostile.isOddOnWindows() && outcome.warnings().equals(Set.of("path_reserved")))) {
            wrong.add("remarks " + outcome.warnings());
        }
        if (hostile.isPath()
                && !hostile.expected().equals("accept")
                && !outcome.warnings().contains(hostile.reason())) {
            wrong.add("no remark " + hostile.reason() + " among " + outcome.warnings());
        }
    }

    private void findings(HostileCase hostile, Outcome outcome) {
        var errors = reasons(outcome, "error");
        var warnings = reasons(outcome, "warning");
        switch (hostile.expected()) {
            case "accept" -> {
                expect("errors", List.of(), errors);
                expect("warnings", List.of(), warnings);
            }
            case "accept_with_warning" -> {
                expect("errors", List.of(), errors);
                if (!warnings.contains(hostile.reason()) && !outcome.warnings().contains(hostile.reason())) {
                    wrong.add("no warning " + hostile.reason() + " among " + warnings + outcome.warnings());
                }
            }
            default -> {
                if (!errors.contains(hostile.reason())) {
                    wrong.add("no error " + hostile.reason() + " among " + errors);
                }
                expect("training_ready", false, outcome.found().ready());
            }
        }
    }

    private static List<String> reasons(Outcome outcome, String severity) {
        return outcome.found().findings().stream()
                .filter(finding -> finding.severity().equals(severity))
                .map(Outcome.Finding::reason)
                .distinct()
                .sorted()
                .toList();
    }

    private void facts(HostileCase hostile, Outcome outcome) {
        var asked = hostile.manifest();
        var found = outcome.found();
        if (hostile.group().equals("image")) {
            expect("images", hostile.expected().equals("reject") ? 2L : 3L, found.images());
        }
        if (asked.has("expect_images")) {
            expect("images", asked.path("expect_images").asLong(), found.images());
        }
        if (asked.has("expect_format")) {
            expect("format", asked.path("expect_format").asString(), found.format());
        }
        if (asked.has("expect_task")) {
            expect("task", asked.path("expect_task").asString(), found.task());
        }
        if (asked.has("expect_classes")) {
            var classes = new ArrayList<String>();
            asked.path("expect_classes").forEach(each -> classes.add(each.asString()));
            expect("classes", classes, found.classes());
        }
    }

    /// Every byte that was let in is there, and under its own name.
    private void stored(HostileCase hostile, Material material, Outcome outcome) {
        var asked = hostile.manifest();
        if (asked.has("expect_entries")) {
            expect("files", asked.path("expect_entries").asLong(), (long)
                    outcome.files().size());
        }
        var expected = new TreeMap<String, String>();
        material.stored().forEach((path, bytes) -> expected.put(path, sha256(bytes)));
        if (!expected.isEmpty() && !sameFiles(expected, outcome.files())) {
            wrong.add("stored " + outcome.files().keySet() + " of " + expected.keySet());
        }
    }

    /// A wrapping folder may have been taken off.
    private static boolean sameFiles(Map<String, String> sent, Map<String, String> stored) {
        if (sent.equals(stored)) {
            return true;
        }
        var unwrapped = new TreeMap<String, String>();
        sent.forEach((path, sha) -> unwrapped.put(path.substring(path.indexOf('/') + 1), sha));
        return unwrapped.size() == sent.size() && unwrapped.equals(stored);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of()
                    .formatHex(
                            java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void expect(String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            wrong.add(what + " " + found + ", not " + expected);
        }
    }
}
