package dev.gotgan.server.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// `rights.tsv`: what each caller is answered, written by hand.
///
/// @param callers all but the last column, which is about another installation: [#closed]
record RightsTable(List<String> callers, Map<Row, List<Integer>> rows) {
    private static final String CLOSED = "closed";

    /// @param call    an operation, or one way to call it, as `changeDataset:owner`
    /// @param dataset which kind of dataset it is about; `-` for none
    record Row(String call, String dataset) {
        String operation() {
            return call.replaceFirst(":.*", "");
        }

        boolean ofDataset() {
            return !dataset.equals("-");
        }
    }

    static RightsTable read() {
        try (var file = RightsTable.class.getResourceAsStream("rights.tsv")) {
            if (file == null) {
                throw new AssertionError("rights.tsv is missing");
            }
            var lines = new String(file.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> List.of(line.strip().split("\\s+")))
                    .toList();
            var names = lines.getFirst();
            if (!names.getLast().equals(CLOSED)) {
                throw new AssertionError("rights.tsv: the last column is not " + CLOSED);
            }
            return new RightsTable(names.subList(2, names.size() - 1), rows(lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int expected(Row row, String caller) {
        return rows.getOrDefault(row, List.of()).get(callers.indexOf(caller));
    }

    /// What an anonymous caller is answered where GOTGAN_ANONYMOUS is false.
    int closed(Row row) {
        return rows.getOrDefault(row, List.of()).getLast();
    }

    private static Map<Row, List<Integer>> rows(List<List<String>> lines) {
        var rows = new LinkedHashMap<Row, List<Integer>>();
        int width = lines.getFirst().size();
        for (var cells : lines.subList(1, lines.size())) {
            if (cells.size() != width) {
                throw new AssertionError("rights.tsv: not " + width + " cells: " + cells);
            }
            var statuses =
                    cells.subList(2, width).stream().map(Integer::valueOf).toList();
            // one line may stand for several kinds of dataset, as public,private
            Arrays.stream(cells.get(1).split(",")).forEach(kind -> {
                if (rows.put(new Row(cells.getFirst(), kind), statuses) != null) {
                    throw new AssertionError("rights.tsv: twice: " + cells);
                }
            });
        }
        return rows;
    }

    /// As it stands in the file, for a message.
    String shown(Row row) {
        return IntStream.range(0, callers.size())
                .mapToObj(i ->
                        callers.get(i) + " " + rows.getOrDefault(row, List.of()).get(i))
                .collect(Collectors.joining(", "));
    }
}
