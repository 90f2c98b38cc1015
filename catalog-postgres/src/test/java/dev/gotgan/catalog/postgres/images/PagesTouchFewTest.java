package dev.gotgan.catalog.postgres.images;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.catalog.postgres.CatalogDatabase;
import dev.gotgan.engine.commit.Timing;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.gallery.ImagePages.Has;
import dev.gotgan.engine.gallery.ImagePages.Wanted;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How much of the database a page of images touches: what a page costs at a million images.
class PagesTouchFewTest {
    private static final DatasetId DATASET = new DatasetId("many");
    private static final LogicalPath AFTER = new LogicalPath("images/02000.jpg");
    private static final int PAGE = 100;

    @AutoClose
    private static final CatalogDatabase DATABASE = new CatalogDatabase();

    private final PostgresImagePages images = new PostgresImagePages(DATABASE.database());

    /// YOLO, each image but every fiftieth with a label file of its own and two boxes; a former state without labels.
    @BeforeEach
    void fill() {
        DATABASE.empty(Timing.embedded());
        for (var statement : List.of("""
                insert into generation_facts
                select 'many', g, 'yolo', 'object_detection', 1, '[]', '["cat"]', '[{"name": "train", "images": 6000}]',
                       '{}', '{}'
                  from generate_series(1, 2) g
                """, """
                insert into files (dataset, path, sha256, size, gen_from)
                select 'many', 'images/' || lpad(n::text, 5, '0') || '.jpg', sha256(('i' || n)::bytea), 9, 1
                  from generate_series(1, 6000) n
                 union all
                select 'many', 'labels/' || lpad(n::text, 5, '0') || '.txt', sha256(('l' || n)::bytea), 9, 2
                  from generate_series(1, 6000) n where n % 50 <> 0
                """, """
                insert into image_facts (dataset, sha256, kind, width, height, exif_orientation, frames, bits)
                select 'many', sha256(('i' || n)::bytea), 'jpeg', 640, 480, 1, 1, 8 from generate_series(1, 6000) n
                """, """
                insert into annotations
                select 'many', sha256(('l' || n)::bytea), '', k, '0', 'box', true, array[0.1, 0.2, 0.3, 0.4]
                  from generate_series(1, 6000) n cross join generate_series(0, 1) k where n % 50 <> 0
                """, """
                insert into image_rows
                select dataset, path, sha256, 'train', null, '', 0, '{}'::text[], 1, 2 from files where gen_from = 1
                 union all
                select dataset, path, sha256, 'train', replace(replace(path, 'images', 'labels'), 'jpg', 'txt'), '', 2,
                       '{cat}'::text[], 2, null
                  from files where gen_from = 1
                """, "analyze files, image_facts, annotations, image_rows")) {
            DATABASE.database().sql(statement).update();
        }
    }

    @Test
    void whatStandsInPathOrderIsReadByOneWalkAndContentsByTheirMarks() {
        DATABASE.database().run(() -> {
            var before = Touched.now();
            var page = images.page(DATASET, 2, new Wanted("train", null, Has.LABELS), AFTER, PAGE);
            var touched = Touched.now().since(before);
            assertThat(page).hasSize(PAGE);
            assertThat(page.getFirst().labels()).hasSize(2);
            assertThat(page.getFirst().facts().width()).isEqualTo(640);
            assertThat(touched.rows()).as("image rows and their indexes").isBetween(1L, 50L);
            assertThat(touched.files()).as("files and their indexes").isBetween(1L, 50L);
            assertThat(touched.wholeHashes()).as("indexes by the whole hash").isLessThan(10);
            assertThat(touched.all()).as("in all").isLessThan(12 * PAGE);
        });
    }

    @Test
    void whoReadsAFormerStateReadsItAll() {
        var page = images.page(DATASET, 1, Wanted.ALL, AFTER, PAGE);
        assertThat(page).hasSize(PAGE).allSatisfy(image -> {
            assertThat(image.labels()).isEmpty();
            assertThat(image.row().objects()).isZero();
            assertThat(image.size()).isEqualTo(9);
            assertThat(image.facts().height()).isEqualTo(480);
        });
    }

    /// Pages of tables and indexes that this connection has looked at. The server counts on from one transaction to the
    /// next until it finds time to tell, so only differences within one say something.
    private record Touched(long rows, long files, long wholeHashes, long all) {
        static Touched now() {
            return new Touched(
                    named("image_rows%"),
                    named("files%"),
                    named("%facts_pkey") + named("annotations_pkey"),
                    named("%"));
        }

        Touched since(Touched before) {
            return new Touched(
                    rows - before.rows, files - before.files, wholeHashes - before.wholeHashes, all - before.all);
        }

        private static long named(String name) {
            return DATABASE.database()
                    .sql("""
                    select coalesce(sum(pg_stat_get_xact_blocks_fetched(oid)), 0)
                      from pg_class
                     where relnamespace = 'public'::regnamespace and relname like :name
                    """)
                    .param("name", name)
                    .query(Long.class)
                    .single();
        }
    }
}
