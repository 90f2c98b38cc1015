package dev.gotgan.catalog.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.engine.catalog.DatasetList.Filter;
import dev.gotgan.engine.catalog.DatasetList.Sort;
import dev.gotgan.engine.catalog.DatasetList.Whose;
import dev.gotgan.engine.catalog.DatasetListContract;
import dev.gotgan.engine.commit.Timing;
import dev.gotgan.engine.testing.CatalogFixture;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

final class PostgresDatasetListTest extends DatasetListContract {
    @AutoClose
    private static final CatalogDatabase DATABASE = new CatalogDatabase();

    @Override
    protected CatalogFixture catalog(Timing timing) {
        return new PostgresFixture(DATABASE, timing);
    }

    @Test
    void aTextThatManyHoldIsFoundAsOneThatFewHold() {
        sql(
                "insert into datasets (id, name, visibility, storage_path, format, task_type)"
                        + " select 'm-' || i, 'common ' || i, 'public', 'x', 'unknown', 'unknown' from generate_series(1, 2500) i");
        var common = new Filter(null, null, null, List.of(), "Common", Whose.ALL);
        try {
            for (var caller : callers()) {
                assertThat(list().totals(caller, common).datasets()).isEqualTo(2500);
                assertThat(ids(pages(caller, common, Sort.NAME_DOWN, 700)))
                        .hasSize(2500)
                        .doesNotHaveDuplicates();
            }
        } finally {
            sql("delete from datasets where id like 'm-%'");
        }
    }

    private static void sql(String text) {
        DATABASE.database().sql(text).update();
    }
}
