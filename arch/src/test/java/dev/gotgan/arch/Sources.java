package dev.gotgan.arch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javax.tools.ToolProvider;

/// What lies in the repository, tests included: what a rule over bytecode can't see.
///
/// Java is parsed by javac itself, since a rule made of regular expressions is fooled by a line break.
final class Sources {
    static final Path ROOT = root();

    private static final Set<String> NOT_OURS =
            Set.of("target", "node_modules", "gen", "gotgan-data", ".git", ".idea", ".cache");
    private static final List<Path> FILES = walk();
    private static final List<SourceFile> JAVA = parse();

    private Sources() {}

    /// Every file, relative to the root, but what the build makes.
    static List<Path> files() {
        return FILES;
    }

    static List<SourceFile> java() {
        return JAVA;
    }

    static List<SourceFile> main() {
        return JAVA.stream().filter(SourceFile::isMain).toList();
    }

    static List<SourceFile> tests() {
        return JAVA.stream().filter(file -> !file.isMain()).toList();
    }

    static List<SourceFile> ofMain(String... modules) {
        return main().stream()
                .filter(file ->
                        Arrays.asList(modules).contains(file.path().getName(0).toString()))
                .toList();
    }

    static String text(Path relative) {
        try {
            return Files.readString(ROOT.resolve(relative));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        for (var dir = Path.of("").toAbsolutePath(); dir != null; dir = dir.getParent()) {
            if (Files.isRegularFile(dir.resolve("gotgan")) && Files.isDirectory(dir.resolve("engine"))) {
                return dir;
            }
        }
        throw new IllegalStateException("no repository around " + Path.of("").toAbsolutePath());
    }

    private static List<Path> walk() {
        var files = new ArrayList<Path>();
        try {
            Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
                    return NOT_OURS.contains(dir.getFileName().toString())
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    files.add(ROOT.relativize(file));
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files.stream().sorted().toList();
    }

    private static List<SourceFile> parse() {
        var paths = FILES.stream()
                .filter(file -> file.toString().endsWith(".java"))
                .map(ROOT::resolve)
                .toList();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, UTF_8)) {
            var units = manager.getJavaFileObjectsFromPaths(paths);
            var task = (JavacTask) compiler.getTask(null, manager, null, List.of("-proc:none"), null, units);
            var positions = Trees.instance(task).getSourcePositions();
            var parsed = new ArrayList<SourceFile>();
            for (CompilationUnitTree unit : task.parse()) {
                var path = ROOT.relativize(Path.of(unit.getSourceFile().toUri()));
                parsed.add(new SourceFile(path, unit, positions));
            }
            return List.copyOf(parsed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
