package dev.gotgan.e2e.kills;

import dev.gotgan.e2e.parts.Bytes;
import dev.gotgan.e2e.parts.Client;
import dev.gotgan.e2e.parts.Client.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// An upload that lasts long enough to be killed in, and the tree that it makes.
///
/// @param path  the endpoint
/// @param after the whole tree if it succeeds
record Upload(String path, List<Part> parts, Map<String, byte[]> after) {
    enum Kind {
        FIRST,
        ADDED,
        OVERWRITE,
        LABELS_ONLY
    }

    /// Makes one; `before` is the dataset's present tree.
    static Upload of(Kind kind, @Nullable String dataset, Map<String, byte[]> before, int files, long seed) {
        var changes = new TreeMap<String, byte[]>();
        var random = new Random(seed);
        for (int i = 0; i < files; i++) {
            switch (kind) {
                case FIRST, OVERWRITE -> {
                    changes.put("images/%05d.bin".formatted(i), noise(random));
                    changes.put("labels/%05d.txt".formatted(i), label(random));
                }
                case ADDED -> changes.put("images/%d/%05d.bin".formatted(seed, i), noise(random));
                case LABELS_ONLY -> changes.put("labels/%05d.txt".formatted(i), label(random));
            }
        }
        var after = new TreeMap<>(kind == Kind.FIRST ? Map.<String, byte[]>of() : before);
        after.putAll(changes);
        var parts = new ArrayList<Part>();
        parts.add(
                kind == Kind.FIRST
                        ? Part.field("name", "killed")
                        : Part.field("labels_only", String.valueOf(kind == Kind.LABELS_ONLY)));
        parts.add(new Part("file", "killed.zip", Bytes.zip(changes)));
        String path = kind == Kind.FIRST ? "/api/v1/datasets/upload" : "/api/v1/datasets/" + dataset + "/upload";
        return new Upload(path, parts, after);
    }

    Client.Answer send(Client client) {
        return client.upload(path, parts);
    }

    private static byte[] noise(Random random) {
        var bytes = new byte[500 + random.nextInt(3000)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] label(Random random) {
        return Bytes.of("%d 0.5 0.5 0.%03d 0.%03d\n"
                .formatted(random.nextInt(5), 1 + random.nextInt(998), 1 + random.nextInt(998)));
    }
}
