package dev.gotgan.engine.memory;

import dev.gotgan.engine.catalog.Datasets;
import dev.gotgan.engine.catalog.FindingPages;
import dev.gotgan.engine.commit.CommitLog;
import dev.gotgan.engine.commit.Timing;
import dev.gotgan.engine.commit.Tree;
import dev.gotgan.engine.commit.WriteSessions;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.Role;
import dev.gotgan.engine.dataset.UserId;
import dev.gotgan.engine.gallery.ImageFigures;
import dev.gotgan.engine.gallery.ImagePages;
import dev.gotgan.engine.publish.DoomedCopies;
import dev.gotgan.engine.publish.PublishRows;
import dev.gotgan.engine.testing.CatalogFixture;
import dev.gotgan.engine.testing.TurnedClock;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

final class MemoryFixture implements CatalogFixture {
    private final TurnedClock clock = new TurnedClock();
    private final MemoryCatalog catalog;

    MemoryFixture(Timing timing) {
        this.catalog = new MemoryCatalog(clock, timing);
    }

    @Override
    public WriteSessions sessions() {
        return catalog.sessions();
    }

    @Override
    public CommitLog commits() {
        return catalog.commits();
    }

    @Override
    public Tree tree() {
        return catalog.tree();
    }

    @Override
    public PublishRows publishing() {
        return catalog.publishing();
    }

    @Override
    public DoomedCopies doomed() {
        return catalog.doomed();
    }

    @Override
    public FindingPages findings() {
        return catalog.findings();
    }

    @Override
    public ImagePages images() {
        return catalog.images();
    }

    @Override
    public ImageFigures figures() {
        return catalog.figures();
    }

    @Override
    public Datasets datasets() {
        return catalog.datasets();
    }

    @Override
    public UserId person(String name) {
        return catalog.person(name, name.toLowerCase(Locale.ROOT) + "@example.org");
    }

    @Override
    public int organization(Set<UserId> members) {
        return catalog.organization(members);
    }

    @Override
    public void grant(DatasetId dataset, UserId person, Role role) {
        catalog.grant(dataset, person, role);
    }

    @Override
    public void passTime(Duration by) {
        clock.turn(by);
    }
}
