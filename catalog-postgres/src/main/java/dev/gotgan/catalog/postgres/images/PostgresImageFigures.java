package dev.gotgan.catalog.postgres.images;

import dev.gotgan.catalog.postgres.sql.Database;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.facts.ImageFacts;
import dev.gotgan.engine.gallery.ClassNames;
import dev.gotgan.engine.gallery.CountFigures;
import dev.gotgan.engine.gallery.Figures;
import dev.gotgan.engine.gallery.ImageFigures;
import dev.gotgan.engine.gallery.Upright;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// [ImageFigures] on PostgreSQL: images are counted there, the boxes around shapes here.
///
/* A generation's figures never change but by another choice of format or classes, which rewrites its row of facts: the
row's own mark (xmin) is part of the key, so nothing has to be told to forget. Who asks for the same figures waits for the
one who counts them; a million labels take a core for seconds, so two are counted at once and not more: nobody waits for
one large dataset to see a small one. The planner, who knows nothing of this dataset, would look up each image, each
label and each shape by itself: whole generations are read whole, with room to join a million in memory, which is twice
as quick as through files. */
public final class PostgresImageFigures implements ImageFigures {
    private static final int FETCH = 5000;
    private static final int KEPT = 200;
    private static final int AT_ONCE = 2;

    private final Database database;
    private final Semaphore atOnce = new Semaphore(AT_ONCE, true);
    private final Map<Key, ReentrantLock> counting = new ConcurrentHashMap<>();
    private final Map<Key, Figures> kept = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Figures> eldest) {
            return size() > KEPT;
        }
    });

    private record Key(DatasetId dataset, long generation, String written) {}

    public PostgresImageFigures(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Figures> find(DatasetId dataset, long generation) {
        return database.sql("""
                select xmin::text as written
                  from generation_facts
                 where dataset = :dataset and generation = :generation
                """)
                .param("dataset", dataset.value())
                .param("generation", generation)
                .query((row, n) -> new Key(dataset, generation, row.getString("written")))
                .optional()
                .flatMap(this::find);
    }

    private Optional<Figures> find(Key key) {
        var turn = counting.computeIfAbsent(key, _ -> new ReentrantLock());
        turn.lock();
        try {
            var known = kept.get(key);
            return known == null ? counted(key) : Optional.of(known);
        } finally {
            counting.remove(key, turn);
            turn.unlock();
        }
    }

    private Optional<Figures> counted(Key key) {
        atOnce.acquireUninterruptibly();
        try {
            var counted = Drawn.findNames(database, key.dataset, key.generation).map(names -> count(key, names));
            counted.ifPresent(figures -> kept.put(key, figures));
            return counted;
        } finally {
            atOnce.release();
        }
    }

    private Figures count(Key key, ClassNames names) {
        var count = new CountFigures(names.classes());
        database.reading(() -> {
            database.sql("set local enable_nestloop = off").update();
            database.sql("set local work_mem = '48MB'").update();
            images(key, count);
            classes(key, count);
            sizes(key, count);
            shapes(key, count, names);
        });
        return count.figures();
    }

    private void images(Key key, CountFigures count) {
        of(key, """
                select split, objects, count(*) as images
                  from image_rows
                 where dataset = :dataset and gen_from <= :generation and (gen_to is null or gen_to > :generation)
                 group by split, objects
                """).query(row -> {
            count.images(row.getString("split"), row.getInt("objects"), row.getLong("images"));
        });
    }

    private void classes(Key key, CountFigures count) {
        of(key, """
                select class, split, count(*) as images
                  from image_classes
                 where dataset = :dataset and gen_from <= :generation and (gen_to is null or gen_to > :generation)
                 group by class, split
                 order by class collate "C"
                """).query(row -> {
            count.inClass(row.getString("class"), row.getString("split"), row.getLong("images"));
        });
    }

    private void sizes(Key key, CountFigures count) {
        of(key, """
                select i.width, i.height, i.exif_orientation, count(*) as images
                  from image_rows r
                  join image_facts i on i.dataset = r.dataset and i.sha256 = r.sha256
                 where r.dataset = :dataset and r.gen_from <= :generation
                   and (r.gen_to is null or r.gen_to > :generation)
                 group by i.width, i.height, i.exif_orientation
                """).query(row -> {
            var facts = new ImageFacts(
                    ImageFacts.Kind.OTHER,
                    row.getInt("width"),
                    row.getInt("height"),
                    row.getInt("exif_orientation"),
                    1,
                    0,
                    null,
                    null);
            count.sized(facts, row.getLong("images"));
        });
    }

    private void shapes(Key key, CountFigures count, ClassNames names) {
        of(key, """
                select a.class, a.shape, a.normalised, a.numbers, c.name, i.width, i.height, i.exif_orientation
                  from image_rows r
                  join files l on l.dataset = r.dataset and l.path = r.label_path
                   and l.gen_from <= :generation and (l.gen_to is null or l.gen_to > :generation)
                  join annotations a
                    on a.dataset = r.dataset and a.label_sha = l.sha256 and a.image_ref = r.label_ref
                  join image_facts i on i.dataset = r.dataset and i.sha256 = r.sha256
                  left join label_classes c
                    on c.dataset = r.dataset and c.label_sha = a.label_sha and c.class = a.class
                 where r.dataset = :dataset and r.gen_from <= :generation
                   and (r.gen_to is null or r.gen_to > :generation) and r.objects > 0
                """).withFetchSize(FETCH).query(row -> {
            var upright = new Upright(row.getInt("exif_orientation"), row.getInt("width"), row.getInt("height"));
            count.shape(Drawn.name(row, names), Drawn.annotation(row, "", 0), upright);
        });
    }

    private StatementSpec of(Key key, String sql) {
        return database.sql(sql).param("dataset", key.dataset.value()).param("generation", key.generation);
    }
}
