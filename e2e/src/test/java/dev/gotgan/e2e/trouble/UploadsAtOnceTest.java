package dev.gotgan.e2e.trouble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.e2e.parts.Bytes;
import dev.gotgan.e2e.parts.Client;
import dev.gotgan.e2e.parts.Client.Part;
import dev.gotgan.e2e.parts.Coreutils;
import dev.gotgan.e2e.parts.Gotgan;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Several people send to one dataset at the same time: each is answered, nothing of anybody is lost.
class UploadsAtOnceTest {
    private static final int PEOPLE = 4;

    private final Gotgan.Person person = Gotgan.person();

    @Test
    void filesOfDifferentNamesAreAllThere() {
        String id = dataset();
        var trees = IntStream.range(0, PEOPLE)
                .mapToObj(i -> tree("part" + i, "from " + i))
                .toList();
        var answers = trees.stream().map(tree -> later(id, tree)).toList();
        answers.forEach(answer ->
                assertThat(answer.join().status()).as(answer.join().toString()).isEqualTo(200));
        var all = new TreeMap<String, byte[]>();
        all.put("first.txt", Bytes.of("first"));
        trees.forEach(all::putAll);
        Gotgan.published(Gotgan.server(), id, Coreutils.contentHash(all));
        assertThat(kinds(id)).isEqualTo(PEOPLE + 1);
    }

    @Test
    void ofTheSameNamesEachIsWholeAndTheLastOneStays() {
        String id = dataset();
        var trees = IntStream.range(0, PEOPLE)
                .mapToObj(i -> tree("same", "from " + i))
                .toList();
        var answers = trees.stream().map(tree -> later(id, tree)).toList();
        answers.forEach(answer ->
                assertThat(answer.join().status()).as(answer.join().toString()).isEqualTo(200));
        String head = person.client()
                .get("/api/v1/datasets/" + id)
                .json()
                .path("content_hash")
                .asString();
        var possible = trees.stream()
                .map(tree -> {
                    var whole = new TreeMap<>(tree);
                    whole.put("first.txt", Bytes.of("first"));
                    return Coreutils.contentHash(whole);
                })
                .toList();
        assertThat(possible).as("the tree of one of them, and no mixture").contains(head);
        Gotgan.published(Gotgan.server(), id, head);
        assertThat(kinds(id)).isEqualTo(PEOPLE + 1);
    }

    private CompletableFuture<Client.Answer> later(String id, Map<String, byte[]> tree) {
        var zip = new Part("file", "part.zip", Bytes.zip(tree));
        return CompletableFuture.supplyAsync(
                () -> person.client().upload("/api/v1/datasets/" + id + "/upload", List.of(zip)));
    }

    private String dataset() {
        var parts = List.of(Part.field("name", "at once"), Part.file("first.txt", Bytes.of("first")));
        return person.client()
                .upload("/api/v1/datasets/upload", parts)
                .json()
                .path("dataset_id")
                .asString();
    }

    private int kinds(String id) {
        return person.client().get("/api/v1/datasets/" + id + "/history").json().size();
    }

    private static Map<String, byte[]> tree(String folder, String what) {
        var tree = new TreeMap<String, byte[]>();
        for (int i = 0; i < 200; i++) {
            tree.put("%s/%03d.bin".formatted(folder, i), Bytes.of(what + ", file " + i));
        }
        return tree;
    }
}
