package dev.gotgan.engine.testing;

import dev.gotgan.engine.commit.Timing;
import org.junit.jupiter.api.BeforeEach;

/// The beginning of every contract suite of a repository port: an empty catalog beside a store where requests land
/// late. A port's own suite extends it; an implementation's test extends that and says where its catalog is.
public abstract class CatalogContract {
    /// As of S3: T 15 min, U 1 h, D 30 min.
    protected static final Timing LATE = Timing.s3();

    protected CatalogFixture catalog;
    protected CatalogStory story;

    /// An empty catalog beside a store of these times.
    protected abstract CatalogFixture catalog(Timing timing);

    @BeforeEach
    void beginLate() {
        begin(LATE);
    }

    /// Starts anew beside another store.
    protected final void begin(Timing timing) {
        catalog = catalog(timing);
        story = new CatalogStory(catalog);
    }
}
