package dev.gotgan.engine.format.tree;

import dev.gotgan.engine.content.LogicalPath;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What a file may be by the ending of its name, in any case: which reader its content is given to.
public enum ContentRole {
    IMAGE,
    TEXT,
    YAML,
    JSON,
    XML,
    /// Nothing is read: no dataset format looks into it.
    NONE;

    private static final Map<String, ContentRole> BY_ENDING = Map.ofEntries(
            Map.entry("jpg", IMAGE),
            Map.entry("jpeg", IMAGE),
            Map.entry("jpe", IMAGE),
            Map.entry("jfif", IMAGE),
            Map.entry("png", IMAGE),
            Map.entry("gif", IMAGE),
            Map.entry("bmp", IMAGE),
            Map.entry("dib", IMAGE),
            Map.entry("webp", IMAGE),
            Map.entry("tif", IMAGE),
            Map.entry("tiff", IMAGE),
            Map.entry("avif", IMAGE),
            Map.entry("heic", IMAGE),
            Map.entry("heif", IMAGE),
            Map.entry("svg", IMAGE),
            Map.entry("ppm", IMAGE),
            Map.entry("pgm", IMAGE),
            Map.entry("pbm", IMAGE),
            Map.entry("pnm", IMAGE),
            Map.entry("jp2", IMAGE),
            Map.entry("jxl", IMAGE),
            Map.entry("psd", IMAGE),
            Map.entry("txt", TEXT),
            Map.entry("names", TEXT),
            Map.entry("data", TEXT),
            Map.entry("labels", TEXT),
            Map.entry("yaml", YAML),
            Map.entry("yml", YAML),
            Map.entry("json", JSON),
            Map.entry("xml", XML));

    private static final Set<String> TABLES = Set.of(
            "csv",
            "tsv",
            "xls",
            "xlsx",
            "parquet",
            "jsonl",
            "ndjson",
            "mat",
            "npy",
            "npz",
            "h5",
            "hdf5",
            "pkl",
            "tfrecord",
            "tfrecords");

    /// Whether a name promises a table, which nothing reads but which may hold labels.
    public static boolean isTable(LogicalPath path) {
        return TABLES.contains(ending(path.value()));
    }

    public static ContentRole of(LogicalPath path) {
        return ofName(path.value());
    }

    /// The same of a name or path that somebody wrote.
    public static ContentRole ofName(String name) {
        return BY_ENDING.getOrDefault(ending(name), NONE);
    }

    /// What follows the last dot of a name or path, in lower case; empty where there is none.
    public static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
