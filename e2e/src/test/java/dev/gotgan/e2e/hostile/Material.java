package dev.gotgan.e2e.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gotgan.e2e.parts.Bytes;
import dev.gotgan.e2e.parts.Pictures;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// A case in the shapes that the ways in take: an archive, or files.
///
/// An image lies in an honest image folder, a name beside one; a label in the dataset that its zip is. An archive is
/// sent as it is, and as files only where it is an honest zip: nothing else of the corpus is unpacked here.
final class Material {
    private static final int MOST = 64 << 20;

    private final HostileCase hostile;
    private final Map<String, byte[]> files;

    private Material(HostileCase hostile, Map<String, byte[]> files) {
        this.hostile = hostile;
        this.files = files;
    }

    /// Every image of the corpus in one dataset.
    static Material together(HostileCase name, List<HostileCase> cases) throws IOException {
        var files = honest();
        for (var hostile : cases) {
            if (hostile.group().equals("image")) {
                files.put(
                        "cat/" + hostile.id() + "-" + hostile.file().getFileName(), Files.readAllBytes(hostile.file()));
            }
        }
        return new Material(name, files);
    }

    static Material of(HostileCase hostile) throws IOException {
        return new Material(
                hostile,
                switch (hostile.group()) {
                    case "image" -> {
                        var files = honest();
                        files.put("cat/" + hostile.file().getFileName(), Files.readAllBytes(hostile.file()));
                        yield files;
                    }
                    case "path" -> {
                        var files = honest();
                        var said = HostileCase.read(hostile.file());
                        if (said.has("path")) {
                            files.put(said.path("path").asString(), Pictures.jpeg(7));
                        }
                        long seed = 8;
                        for (var each : said.path("paths")) {
                            files.put(each.asString(), Pictures.jpeg(seed++));
                        }
                        yield files;
                    }
                    case "label" -> unzip(Files.readAllBytes(hostile.file()), UTF_8);
                    default -> honestZip(hostile) ? unzip(Files.readAllBytes(hostile.file()), UTF_8) : Map.of();
                });
    }

    /// The files; empty for an archive that only goes in whole.
    Optional<Map<String, byte[]>> files() {
        return files.isEmpty() ? Optional.empty() : Optional.of(files);
    }

    /// Paths as they are to be stored, with their contents; empty where only the archive knows.
    Map<String, byte[]> stored() {
        var stored = new LinkedHashMap<String, byte[]>();
        files.forEach((path, bytes) -> stored.put(Normalizer.normalize(path, Normalizer.Form.NFC), bytes));
        stored.remove("meta.json");
        return stored;
    }

    byte[] archive() throws IOException {
        return hostile.group().equals("archive") || hostile.group().equals("label")
                ? Files.readAllBytes(hostile.file())
                : Bytes.zip(files);
    }

    /// The files in a tar; empty for an archive that only goes in whole, and for a name that no tar can hold.
    Optional<byte[]> tar() {
        boolean named = files.keySet().stream().allMatch(path -> path.indexOf('\0') < 0 && path.indexOf('\n') < 0);
        return files.isEmpty() || !named ? Optional.empty() : Optional.of(Bytes.tar(files));
    }

    String archiveName() {
        return hostile.isPath() || hostile.group().equals("image")
                ? hostile.id() + ".zip"
                : String.valueOf(hostile.file().getFileName());
    }

    /// Writes them below `folder`; false if a file system can't hold one of the names.
    boolean lay(Path folder) throws IOException {
        for (var path : files.keySet()) {
            if (!isNameOfFiles(path)) {
                return false;
            }
        }
        for (var file : files.entrySet()) {
            var at = folder.resolve(file.getKey());
            if (Files.exists(at) || Files.isRegularFile(at.getParent())) {
                return false;
            }
            Files.createDirectories(at.getParent());
            Files.write(at, file.getValue());
        }
        return true;
    }

    private static boolean isNameOfFiles(String path) {
        var spelled = Charset.forName(System.getProperty("sun.jnu.encoding", "US-ASCII"));
        if (path.indexOf('\0') >= 0 || !spelled.newEncoder().canEncode(path) || path.startsWith("/")) {
            return false;
        }
        for (String segment : path.split("/", -1)) {
            if (segment.isEmpty() || segment.matches("\\.{1,2}") || segment.getBytes(UTF_8).length > 255) {
                return false;
            }
        }
        return true;
    }

    private static boolean honestZip(HostileCase hostile) {
        return hostile.expected().equals("accept") && hostile.file().toString().endsWith(".zip");
    }

    private static Map<String, byte[]> honest() {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("cat/honest1.jpg", Pictures.jpeg(1));
        files.put("dog/honest2.jpg", Pictures.jpeg(2));
        return files;
    }

    private static Map<String, byte[]> unzip(byte[] zip, Charset names) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip), names)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.isDirectory()) {
                    byte[] bytes = in.readNBytes(MOST);
                    files.put(entry.getName(), bytes);
                }
            }
        }
        return files;
    }
}
