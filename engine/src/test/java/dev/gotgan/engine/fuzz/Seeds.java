package dev.gotgan.engine.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gotgan.engine.archive.Packers;
import dev.gotgan.engine.format.Pictures;
import dev.gotgan.engine.testing.Json;
import dev.gotgan.engine.testing.Repository;
import dev.gotgan.engine.testing.Shared;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// What a target begins from: small inputs of our own making, and, where they lie beside the repository, the hostile
/// corpus and real datasets.
public final class Seeds {
    private static final int MOST = 32 << 10;
    private static final Map<String, byte[]> FILES = new TreeMap<>(Map.of(
            "data.yaml", "names: [cat, dog]\nnc: 2\ntrain: images/train\nval: images/val\n".getBytes(UTF_8),
            "images/train/고양이.jpg", new byte[0],
            "images/val/b.jpg", new byte[0],
            "labels/train/고양이.txt", "0 0.5 0.5 0.2 0.2\n1 0.1 0.1 0.2 0.1 0.2 0.2\n".getBytes(UTF_8),
            "labels/val/b.txt", new byte[0]));
    private static final String COCO = """
            {"images": [{"id": 1, "file_name": "a.jpg", "width": 64, "height": 48}],
             "annotations": [{"id": 1, "image_id": 1, "category_id": 3, "bbox": [1, 2, 3.5, 4], "iscrowd": 0,
               "segmentation": [[1, 2, 4, 2, 4, 6]]}, {"id": 2, "image_id": 1, "category_id": 3, "iscrowd": 1,
               "segmentation": {"size": [48, 64], "counts": [100, 20, 2952]}}],
             "categories": [{"id": 3, "name": "cat", "supercategory": "pet"}]}""";
    private static final String VOC = """
            <?xml version="1.0" encoding="utf-8"?><annotation><folder>x</folder><filename>a.jpg</filename>
            <size><width>64</width><height>48</height><depth>3</depth></size><segmented>0</segmented>
            <object><name>cat</name><difficult>1</difficult><truncated>0</truncated>
            <bndbox><xmin>1</xmin><ymin>2.5</ymin><xmax>30</xmax><ymax>40</ymax></bndbox></object></annotation>""";

    private Seeds() {}

    /// Writes them into a folder: `Seeds TARGET FOLDER`.
    public static void main(String[] arguments) throws IOException {
        var folder = Files.createDirectories(Path.of(arguments[1]));
        int number = 0;
        for (byte[] seed : of(Target.valueOf(arguments[0].toUpperCase(Locale.ROOT)))) {
            Files.write(folder.resolve("seed-%04d".formatted(number++)), seed);
        }
        System.out.println(number + " seeds in " + folder);
    }

    static List<byte[]> of(Target target) throws IOException {
        var seeds = new ArrayList<>(own(target));
        switch (target) {
            case ZIP -> {
                seeds.addAll(shared("hostile/archive", name -> name.endsWith(".zip")));
                seeds.addAll(shared("hostile/label", name -> name.startsWith("yolo-o")));
            }
            case TAR -> {
                for (byte[] packed : shared("hostile/archive", name -> name.endsWith(".gz"))) {
                    seeds.add(packed);
                    seeds.add(unpacked(packed));
                }
            }
            case JSON -> {
                seeds.addAll(vectors("coco", "detection"));
                seeds.addAll(labels("coco-"));
                seeds.addAll(datasets("coco"));
            }
            case YAML -> {
                seeds.addAll(vectors("yolo", "yolo-darknet", "yolo-lines", "yolo-plain", "imagefolder"));
                seeds.addAll(labels("yolo-"));
                seeds.addAll(labels("yaml-"));
                seeds.addAll(labels("folder-"));
                seeds.addAll(datasets("yolo", "roboflow", "imagenet"));
            }
            case XML -> {
                seeds.addAll(vectors("pascal_voc"));
                seeds.addAll(labels("voc-"));
                seeds.addAll(datasets("voc", "kaggle"));
            }
            case IMAGE -> {
                seeds.addAll(shared("hostile/image", name -> true));
                seeds.addAll(shared("data/dup-imagededup/data/formats_images", name -> true));
            }
        }
        return seeds;
    }

    static List<byte[]> own(Target target) throws IOException {
        return switch (target) {
            case ZIP, TAR -> {
                var packed = new ArrayList<byte[]>();
                for (var packer : Packers.values()) {
                    boolean zip = packer.name().contains("ZIP");
                    if (zip == (target == Target.ZIP)) {
                        packed.add(packer.pack(text(FILES)));
                    }
                }
                yield packed;
            }
            case JSON ->
                List.of(SmallDataset.pack(
                        Map.of("annotations/instances_train.json", COCO.getBytes(UTF_8), "a.jpg", new byte[0])));
            case YAML -> List.of(SmallDataset.pack(FILES));
            case XML ->
                List.of(SmallDataset.pack(new TreeMap<>(Map.of(
                        "Annotations/a.xml", VOC.getBytes(UTF_8),
                        "ImageSets/Main/train.txt", "a\n".getBytes(UTF_8),
                        "ImageSets/Main/cat_train.txt", "a  1\n".getBytes(UTF_8),
                        "JPEGImages/a.jpg", new byte[0]))));
            case IMAGE -> List.of(Pictures.png(32, 24), Pictures.jpeg(64, 48));
        };
    }

    /// The golden datasets of the specification; their pictures are those that an empty file stands for.
    private static List<byte[]> vectors(String... names) {
        var found = new ArrayList<byte[]>();
        for (String name : names) {
            for (var each : Json.objects(Repository.spec("vectors/formats").resolve(name + ".json"), "cases")) {
                var files = new TreeMap<String, byte[]>();
                Json.object(each.get("files")).forEach((path, content) -> files.put(path, plain(content)));
                found.add(SmallDataset.pack(files));
            }
        }
        found.removeIf(seed -> seed.length > MOST);
        return found;
    }

    private static byte[] plain(Object content) {
        return content instanceof String text ? text.getBytes(UTF_8) : new byte[0];
    }

    private static Map<String, String> text(Map<String, byte[]> files) {
        var text = new TreeMap<String, String>();
        files.forEach((path, bytes) -> text.put(path, new String(bytes, ISO_8859_1)));
        return text;
    }

    private static List<byte[]> shared(String folder, Predicate<String> wanted) throws IOException {
        var found = new ArrayList<byte[]>();
        var place = Shared.root().resolve(folder);
        if (Files.isDirectory(place)) {
            try (var files = Files.list(place)) {
                for (var file : files.sorted().toList()) {
                    if (wanted.test(file.getFileName().toString()) && Files.size(file) <= MOST) {
                        found.add(Files.readAllBytes(file));
                    }
                }
            }
        }
        return found;
    }

    /// Hostile labels, each in the dataset that it lies in.
    private static List<byte[]> labels(String prefix) throws IOException {
        var found = new ArrayList<byte[]>();
        for (byte[] zip : shared("hostile/label", name -> name.startsWith(prefix))) {
            var files = new TreeMap<String, byte[]>();
            try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
                for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    byte[] bytes = in.readNBytes(MOST);
                    if (!entry.isDirectory()) {
                        files.put(entry.getName(), isPicture(entry.getName()) ? new byte[0] : bytes);
                    }
                }
            }
            found.add(SmallDataset.pack(files));
        }
        return found;
    }

    /// Small real datasets whose names begin so.
    private static List<byte[]> datasets(String... prefixes) throws IOException {
        var found = new ArrayList<byte[]>();
        for (String prefix : prefixes) {
            var place = Shared.root().resolve("data/datumaro/" + prefix + "_dataset");
            if (Files.isDirectory(place)) {
                try (var folders = Files.list(place)) {
                    for (var folder :
                            folders.filter(Files::isDirectory).sorted().toList()) {
                        found.add(dataset(folder));
                    }
                }
            }
        }
        found.removeIf(seed -> seed.length > MOST);
        return found;
    }

    private static byte[] dataset(Path folder) throws IOException {
        var files = new TreeMap<String, byte[]>();
        try (var all = Files.walk(folder)) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                String path = folder.relativize(file).toString();
                files.put(path, isPicture(path) ? new byte[0] : Files.readAllBytes(file));
            }
        }
        return SmallDataset.pack(files);
    }

    private static boolean isPicture(String path) {
        return path.matches("(?i).*\\.(jpe?g|png|bmp)");
    }

    private static byte[] unpacked(byte[] packed) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readNBytes(MOST);
        } catch (IOException e) {
            return packed; // broken on purpose
        }
    }
}
