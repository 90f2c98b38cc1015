package dev.gotgan.engine.format.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LongTablesTest {
    @Property(tries = 300)
    void aSetAnswersAsTheLibrarysDoes(@ForAll("keys") List<Long> keys) {
        var set = new LongSet();
        var model = new HashSet<Long>();
        assertThat(keys).allSatisfy(key -> assertThat(set.add(key)).isEqualTo(model.add(key)));
    }

    @Property(tries = 300)
    void aTableAnswersAsTheLibrarysDoes(@ForAll("keys") List<Long> keys) {
        var table = new LongTable();
        var model = new HashMap<Long, Integer>();
        for (int i = 0; i < keys.size(); i++) {
            var before = model.put(keys.get(i), i);
            assertThat(table.put(keys.get(i), i)).isEqualTo(before == null ? LongTable.ABSENT : before);
        }
        assertThat(table.size()).isEqualTo(model.size());
        assertThat(model).allSatisfy((key, value) -> assertThat(table.get(key)).isEqualTo(value));
    }

    /// Neighbours, repeats, both ends, nought, and ids that differ in their high bits only.
    @Provide
    Arbitrary<List<Long>> keys() {
        var small = Arbitraries.longs().between(-20, 200);
        var high = Arbitraries.longs().between(0, 50).map(n -> n << 40);
        return Arbitraries.oneOf(List.of(small, high, Arbitraries.longs()))
                .list()
                .ofMaxSize(400);
    }
}
