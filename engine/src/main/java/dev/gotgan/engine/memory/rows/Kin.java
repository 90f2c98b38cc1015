package dev.gotgan.engine.memory.rows;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// Paths that can't be files beside a given one: its folders, and whatever lies below it.
public final class Kin {
    private Kin() {}

    public static <V> Map<String, V> in(NavigableMap<String, V> all, String path) {
        var kin = new TreeMap<String, V>(all.comparator());
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            var folder = path.substring(0, slash);
            var value = all.get(folder);
            if (value != null) {
                kin.put(folder, value);
            }
        }
        kin.putAll(all.subMap(path + "/", path + "0")); // '0' is the character after '/'
        return kin;
    }
}
