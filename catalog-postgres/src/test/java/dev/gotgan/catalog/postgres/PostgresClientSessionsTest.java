package dev.gotgan.catalog.postgres;

import static dev.gotgan.engine.testing.CatalogStory.put;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.engine.commit.Change;
import dev.gotgan.engine.commit.ClientSessionsContract;
import dev.gotgan.engine.commit.NewSession;
import dev.gotgan.engine.commit.Timing;
import dev.gotgan.engine.testing.CatalogFixture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

final class PostgresClientSessionsTest extends ClientSessionsContract {
    @AutoClose
    private static final CatalogDatabase DATABASE = new CatalogDatabase();

    @Override
    protected CatalogFixture catalog(Timing timing) {
        return new PostgresFixture(DATABASE, timing);
    }

    /// What autovacuum does between two uploads.
    @Test
    void manyFilesAreFoundByIndexThoughStatisticsSayThereAreNone() {
        var first = story.session(story.live(), NewSession.Driver.CLIENT);
        story.plan(first, put("a.txt", "one"));
        catalog.sessions().abort(first);
        DATABASE.database().sql("analyze upload_rows").update();

        var session = story.session(story.fresh(), NewSession.Driver.CLIENT);
        var files = IntStream.range(0, 600).mapToObj(i -> put("f%03d.txt".formatted(i), "content " + i));
        var uploads = story.plan(session, files.toArray(Change[]::new));
        DATABASE.database().run(() -> {
            story.arrive(session, uploads);
            assertThat(readByScanning("upload_rows")).isLessThan(uploads.size());
        });
    }

    private static long readByScanning(String table) {
        return DATABASE.database()
                .sql("select seq_tup_read from pg_stat_xact_user_tables where relname = :table")
                .param("table", table)
                .query(Long.class)
                .single();
    }
}
