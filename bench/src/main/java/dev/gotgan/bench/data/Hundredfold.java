package dev.gotgan.bench.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A real dataset with each picture and its label a hundred times over, under names of their own.
public final class Hundredfold {
    private static final int TIMES = 100;

    private Hundredfold() {}

    /// `data.yaml` and `dataset_split/{split}/{images,labels}`.
    public static Path yolo(Path source, Path target) throws IOException {
        for (var split : List.of("train", "valid", "test")) {
            for (var kind : List.of("images", "labels")) {
                var place = "dataset_split/" + split + "/" + kind;
                copies(source.resolve(place), target.resolve(place));
            }
        }
        Files.copy(source.resolve("data.yaml"), target.resolve("data.yaml"));
        return target;
    }

    /// `Annotations`, `JPEGImages` and `ImageSets/Main`, and the `labelmap.txt` that datumaro asks for.
    public static Path voc(Path source, Path target) throws IOException {
        copies(source.resolve("Annotations"), target.resolve("Annotations"));
        copies(source.resolve("JPEGImages"), target.resolve("JPEGImages"));
        var lists = Files.createDirectories(target.resolve("ImageSets/Main"));
        for (var list : files(source.resolve("ImageSets/Main"))) {
            var names = Files.readAllLines(list).stream()
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .toList();
            Files.write(
                    lists.resolve(list.getFileName()),
                    times().flatMap(n -> names.stream().map(name -> "n" + n + "_" + name))
                            .toList());
        }
        Files.writeString(target.resolve("labelmap.txt"), "RBC:::\nWBC:::\nPlatelets:::\n");
        return target;
    }

    /// The same as datumaro reads it: `{images,labels}/{split}`, and only lines of a box. The pictures are links.
    public static Path boxesOnly(Path source, Path target) throws IOException {
        for (var split : List.of("train", "valid", "test")) {
            var images = Files.createDirectories(target.resolve("images/" + split));
            for (var image : files(source.resolve("dataset_split/" + split + "/images"))) {
                Files.createLink(images.resolve(image.getFileName()), image);
            }
            var labels = Files.createDirectories(target.resolve("labels/" + split));
            for (var label : files(source.resolve("dataset_split/" + split + "/labels"))) {
                Files.writeString(
                        labels.resolve(label.getFileName()),
                        Files.readAllLines(label).stream()
                                .filter(line -> line.strip().split("\\s+", -1).length == 5)
                                .collect(Collectors.joining("\n")));
            }
        }
        var yaml = Files.readString(source.resolve("data.yaml"));
        Files.writeString(target.resolve("data.yaml"), yaml.replaceAll("\\./dataset_split/(\\w+)/images", "images/$1"));
        return target;
    }

    private static void copies(Path source, Path target) throws IOException {
        Files.createDirectories(target);
        for (var file : files(source)) {
            var bytes = Files.readAllBytes(file);
            for (int n : times().toList()) {
                Files.write(target.resolve("n" + n + "_" + file.getFileName()), bytes);
            }
        }
    }

    private static Stream<Integer> times() {
        return Stream.iterate(0, n -> n < TIMES, n -> n + 1);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
