package dev.gotgan.engine.format.coco.json;

import dev.gotgan.engine.format.label.JsonId;
import org.jspecify.annotations.Nullable;

/// Where the entry stands that is being read. It moves along its list: a pointer is only spelled when there is
/// something to say.
final class ListPlace {
    private final String list;
    private int index;
    private @Nullable String key;

    ListPlace(String list) {
        this.list = list;
    }

    /// Names the entry, where entries stand in a map instead of a list.
    void at(String name) {
        key = name;
    }

    /// Whether entries stand in a list; else they are the members of a map.
    boolean isInList() {
        return key == null;
    }

    void next() {
        index++;
    }

    /// 0-based.
    int index() {
        return index;
    }

    /// The id of an entry that does not write one itself: its key in a map.
    JsonId id() {
        return key == null ? JsonId.NONE : JsonId.of(key);
    }

    String ofList() {
        return "/" + list;
    }

    /// The JSON pointer to `member` (`/bbox`, or nothing for the entry itself) of the entry.
    String pointer(String member) {
        return key == null ? pointer(index, member) : ofList() + "/" + key + member;
    }

    /// The same for an earlier entry; of a map only the map itself is known by then.
    String pointer(int earlier, String member) {
        return key == null ? ofList() + "/" + earlier + member : ofList();
    }
}
