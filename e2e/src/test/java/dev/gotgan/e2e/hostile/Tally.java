package dev.gotgan.e2e.hostile;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How many verdicts were right, by group and way, and what they cost.
final class Tally {
    private final Map<String, Map<Way, int[]>> right = new TreeMap<>();
    private final Map<String, List<String>> wrong = new TreeMap<>();
    private final Map<String, Long> memory = new TreeMap<>();
    private long longest;
    private String slowest = "";

    void add(HostileCase hostile, Way way, long millis, List<String> faults) {
        var counts = right.computeIfAbsent(hostile.group(), group -> new EnumMap<>(Way.class))
                .computeIfAbsent(way, each -> new int[2]);
        counts[0]++;
        counts[1] += faults.isEmpty() ? 1 : 0;
        if (!faults.isEmpty()) {
            wrong.computeIfAbsent(hostile.group(), group -> new ArrayList<>())
                    .add(hostile.id() + " by " + way + ": " + String.join("; ", faults));
        }
        if (millis > longest) {
            longest = millis;
            slowest = hostile.id() + " by " + way;
        }
    }

    void memory(String group, long mebibytes) {
        memory.put(group, mebibytes);
    }

    long memory(String group) {
        return memory.getOrDefault(group, 0L);
    }

    long longest() {
        return longest;
    }

    List<String> wrong(String group) {
        return wrong.getOrDefault(group, List.of());
    }

    String table() {
        var out = new StringBuilder("%-8s".formatted("group"));
        for (var way : Way.values()) {
            out.append("%14s".formatted(way));
        }
        out.append("%16s%n".formatted("memory rise"));
        right.forEach((group, ways) -> {
            out.append("%-8s".formatted(group));
            for (var way : Way.values()) {
                var counts = ways.getOrDefault(way, new int[2]);
                out.append("%14s".formatted(counts[1] + " of " + counts[0]));
            }
            out.append("%12d MiB%n".formatted(memory(group)));
        });
        out.append("longest answer: %d ms (%s)%n".formatted(longest, slowest));
        wrong.values()
                .forEach(faults -> faults.forEach(fault -> out.append(fault).append('\n')));
        return out.toString();
    }
}
