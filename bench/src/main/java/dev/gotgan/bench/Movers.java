package dev.gotgan.bench;

import dev.gotgan.bench.measure.Figure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Others that bring files to a bucket, each compared with our own push or pull.
final class Movers {
    private final Commands commands;
    private final Path folder;
    private final Figure push;
    private final Figure pull;

    Movers(Commands commands, Path folder, Figure push, Figure pull) {
        this.commands = commands;
        this.folder = folder;
        this.push = push;
        this.pull = pull;
    }

    void rclone(Path source) throws IOException, InterruptedException {
        var program = System.getenv().getOrDefault("RCLONE", "rclone");
        var tuned = List.of(
                program,
                "copy",
                source.toString(),
                "s3:bench/rclone",
                "--transfers",
                "16",
                "--s3-no-head",
                "--no-check-dest");
        var back = folder.resolve("rcloned");
        try {
            compare("rclone copy, tuned", tuned, push);
            compare("rclone copy, default", List.of(program, "copy", source.toString(), "s3:bench/rclone2"), push);
            compare(
                    "rclone copy back",
                    List.of(program, "copy", "--transfers", "16", "s3:bench/rclone", back.toString()),
                    pull);
        } catch (IOException e) {
            skipped("rclone (go install github.com/rclone/rclone@latest; RCLONE names it)", e);
        }
        Figure.shell("rm -rf " + back);
    }

    void aws(Path source) throws IOException, InterruptedException {
        var copy = List.of(System.getenv().getOrDefault("AWS", "aws"), "s3", "cp", "--recursive", "--quiet");
        var back = folder.resolve("awsed");
        try {
            compare("aws s3 cp", with(copy, source.toString(), "s3://bench/aws/"), push);
            compare("aws s3 cp back", with(copy, "s3://bench/aws/", back.toString()), pull);
        } catch (IOException e) {
            skipped("aws-cli (AWS names it)", e);
        }
        Figure.shell("rm -rf " + back);
    }

    /// `dvc add` hashes and copies everything into its cache, `dvc push` sends that.
    void dvc(Path source) throws IOException, InterruptedException {
        var work = Files.createDirectories(folder.resolve("dvc"));
        var program = System.getenv().getOrDefault("DVC", "dvc");
        try {
            Figure.shell("cp -r '%s' '%s/data'".formatted(source, work));
            var dvc = List.of(program, "--cd", work.toString());
            commands.output(with(dvc, "init", "--no-scm"));
            commands.output(with(dvc, "remote", "add", "-d", "bench", "s3://bench/dvc"));
            commands.output(with(dvc, "remote", "modify", "bench", "endpointurl", commands.endpoint()));
            var both = "'%1$s' --cd '%2$s' add -q data && '%1$s' --cd '%2$s' push -q -j 16".formatted(program, work);
            compare("dvc add and push", List.of("sh", "-c", both), push);
        } catch (IOException e) {
            skipped("dvc (pip install 'dvc[s3]' in an environment; DVC names the program)", e);
        }
        Figure.shell("rm -rf " + work);
    }

    private void compare(String name, List<String> command, Figure ours) throws IOException, InterruptedException {
        var peer = commands.measured(name, command);
        System.out.printf(
                Locale.ROOT,
                "  it takes this many times ours: cpu %.2f, wall %.2f%n",
                peer.cpu() / ours.cpu(),
                peer.wall() / ours.wall());
    }

    private static void skipped(String what, IOException why) {
        System.out.println("  skipped " + what + ": " + why.getMessage());
    }

    private static List<String> with(List<String> command, String... more) {
        var all = new ArrayList<>(command);
        all.addAll(List.of(more));
        return all;
    }
}
