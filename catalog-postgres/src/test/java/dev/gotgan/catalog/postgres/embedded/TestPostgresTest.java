package dev.gotgan.catalog.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class TestPostgresTest {
    private static final AtomicInteger FILLED = new AtomicInteger();

    @Test
    void copiesOfATemplateDoNotSeeEachOtherAndItIsFilledOnce() throws Exception {
        try (var one = TestPostgres.copyOf("cats", TestPostgresTest::fill);
                var two = TestPostgres.copyOf("cats", TestPostgresTest::fill)) {
            TestHome.execute(one.dataSource(), "delete from cats");
            assertThat(TestHome.ask(one.dataSource(), "select count(*) from cats"))
                    .isEqualTo("0");
            assertThat(TestHome.ask(two.dataSource(), "select name from cats")).isEqualTo("Tom");
            assertThat(FILLED).hasValue(1);
        }
    }

    @Test
    void aClosedDatabaseIsGone() throws Exception {
        var database = TestPostgres.empty();
        assertThat(TestHome.ask(database.dataSource(), "select current_database()"))
                .isEqualTo(database.settings().database());
        database.close();
        assertThatThrownBy(() -> TestHome.ask(database.dataSource(), "select 1"))
                .isInstanceOf(SQLException.class);
    }

    private static void fill(DataSource source) {
        FILLED.incrementAndGet();
        try {
            TestHome.execute(source, "create table cats as select 'Tom' as name");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
