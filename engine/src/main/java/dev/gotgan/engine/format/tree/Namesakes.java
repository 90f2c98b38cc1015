package dev.gotgan.engine.format.tree;

import dev.gotgan.engine.content.LogicalPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// Files by a name that several may share, and which of those are worth weighing for a place.
///
/// A name says little where a hundred thousand files share it, and a hostile list asks for it a hundred thousand times.
/// Of more than [#MANY] only those are weighed that stand next to the place in path order, and next to it in the order
/// of the folders read from their ends: among them are the one with the longest common beginning and the one with the
/// longest common end.
public final class Namesakes<T> {
    /// So many are all weighed.
    static final int MANY = 64;
    /// So many stand next to a place on each side of it.
    private static final int NEXT = 8;

    /// Longest common beginnings stand together.
    private static final Comparator<String> FORWARD = Comparator.naturalOrder();
    /// Longest common ends stand together.
    private static final Comparator<String> BACKWARD = Namesakes::fromTheEnd;

    private final Function<T, LogicalPath> path;
    private final Map<String, List<T>> byName = new HashMap<>();
    private final Map<String, Order<T>> ofMany = new HashMap<>();

    public Namesakes(Function<T, LogicalPath> path) {
        this.path = path;
    }

    /// Adds a file, after all that come before it in path order.
    public void add(String name, T file) {
        byName.computeIfAbsent(name, each -> new ArrayList<>(1)).add(file);
    }

    public boolean isEmpty() {
        return byName.isEmpty();
    }

    /// The files called `name` that may be meant by `reference` in `folder`, in path order.
    public List<T> near(String name, String folder, String reference) {
        var all = byName.getOrDefault(name, List.of());
        return all.size() <= MANY
                ? all
                : ofMany.computeIfAbsent(name, each -> new Order<>(all, path))
                        .near(folder, PathWords.folder(reference));
    }

    private static int fromTheEnd(String a, String b) {
        int i = a.length();
        int j = b.length();
        while (i > 0 && j > 0) {
            int difference = a.charAt(--i) - b.charAt(--j);
            if (difference != 0) {
                return difference;
            }
        }
        return i - j;
    }

    /// Many files of one name, by their folders.
    private static final class Order<T> {
        private final List<T> files;
        private final List<Place> forward;
        private final List<Place> backward;

        /// @param folder with a `/` on both sides, so that no name is taken for the beginning of another
        private record Place(String folder, int number) {}

        Order(List<T> files, Function<T, LogicalPath> path) {
            this.files = files;
            var places = new ArrayList<Place>(files.size());
            for (int i = 0; i < files.size(); i++) {
                places.add(new Place(framed(path.apply(files.get(i)).folder()), i));
            }
            this.forward = sorted(places, FORWARD);
            this.backward = sorted(places, BACKWARD);
        }

        private static List<Place> sorted(List<Place> places, Comparator<String> order) {
            var sorted = new ArrayList<>(places);
            sorted.sort(Comparator.comparing(Place::folder, order).thenComparingInt(Place::number));
            return sorted;
        }

        private static String framed(String folder) {
            return folder.isEmpty() ? "/" : "/" + folder + "/";
        }

        List<T> near(String folder, String meant) {
            var near = new TreeMap<Integer, T>();
            take(forward, FORWARD, folder, near);
            take(forward, FORWARD, PathWords.join(folder, meant), near);
            take(backward, BACKWARD, folder, near);
            take(backward, BACKWARD, PathWords.join(folder, meant), near);
            return List.copyOf(near.values());
        }

        private void take(List<Place> places, Comparator<String> order, String folder, Map<Integer, T> near) {
            var sought = framed(folder);
            int low = 0;
            int high = places.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (order.compare(places.get(middle).folder(), sought) < 0) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            for (var place : places.subList(Math.max(0, low - NEXT), Math.min(places.size(), low + NEXT))) {
                near.put(place.number(), files.get(place.number()));
            }
        }
    }
}
