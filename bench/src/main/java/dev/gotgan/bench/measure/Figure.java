package dev.gotgan.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Wall and CPU seconds of one piece of work.
///
/// @param cpu of every process that took part
public record Figure(double wall, double cpu) {
    private static final double TICKS = 100;

    /// Something to measure.
    public interface Work {
        void run() throws IOException, InterruptedException;
    }

    /// Runs `work` once; its CPU is that of our own process and of `others` with all their children.
    public static Figure of(Work work, long... others) throws IOException, InterruptedException {
        double before = cpu(others);
        long begun = System.nanoTime();
        work.run();
        double wall = (System.nanoTime() - begun) / 1e9;
        return new Figure(wall, cpu(others) - before);
    }

    /// The run in the middle, by wall time.
    public static Figure median(int runs, Work work, long... others) throws IOException, InterruptedException {
        var figures = new ArrayList<Figure>();
        for (int i = 0; i < runs; i++) {
            figures.add(of(work, others));
        }
        figures.sort((a, b) -> Double.compare(a.wall, b.wall));
        return figures.get(runs / 2);
    }

    private static double cpu(long... others) {
        return ticks(ProcessHandle.current().pid()) / TICKS + cpuOf(others);
    }

    /// CPU seconds of these processes and of all that they started.
    public static double cpuOf(long... others) {
        double all = 0;
        for (long pid : others) {
            all += ticks(pid);
            all += ProcessHandle.of(pid).stream()
                    .flatMap(ProcessHandle::descendants)
                    .mapToDouble(each -> ticks(each.pid()))
                    .sum();
        }
        return all / TICKS;
    }

    /// CPU seconds of this process alone.
    public static double ownCpuOf(long pid) {
        return ticks(pid) / TICKS;
    }

    /// User and system time of a process and of its children that have ended.
    private static double ticks(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            var fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
            return fields.subList(11, 15).stream().mapToLong(Long::parseLong).sum();
        } catch (IOException e) {
            return 0;
        } catch (UncheckedIOException e) {
            return 0;
        }
    }

    /// Megabytes that this process ever had resident, at most.
    public static double mostResident() throws IOException {
        var found = Pattern.compile("VmHWM:\\s+(\\d+)").matcher(Files.readString(Path.of("/proc/self/status")));
        return found.find() ? Double.parseDouble(found.group(1)) / 1024 : 0;
    }

    public static void shell(String script) throws IOException, InterruptedException {
        var process = new ProcessBuilder("sh", "-c", script).inheritIO().start();
        if (process.waitFor() != 0) {
            throw new IOException("failed: " + script);
        }
    }

    public void print(String name) {
        System.out.printf(Locale.ROOT, "%-44s %8.3f s wall %8.3f s cpu%n", name, wall, cpu);
    }

    public static void ratio(String what, Figure a, Figure b) {
        System.out.printf(Locale.ROOT, "  %s: wall %.2f, cpu %.2f%n", what, a.wall / b.wall, a.cpu / b.cpu);
    }
}
