package dev.gotgan.engine.testing;

import dev.gotgan.engine.catalog.Datasets;
import dev.gotgan.engine.catalog.FindingPages;
import dev.gotgan.engine.commit.CommitLog;
import dev.gotgan.engine.commit.Tree;
import dev.gotgan.engine.commit.WriteSessions;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.Role;
import dev.gotgan.engine.dataset.UserId;
import dev.gotgan.engine.gallery.ImageFigures;
import dev.gotgan.engine.gallery.ImagePages;
import dev.gotgan.engine.publish.DoomedCopies;
import dev.gotgan.engine.publish.PublishRows;
import java.time.Duration;
import java.util.Set;

/// One implementation of the repository ports, empty, as a contract suite needs it.
public interface CatalogFixture {
    WriteSessions sessions();

    CommitLog commits();

    Tree tree();

    PublishRows publishing();

    DoomedCopies doomed();

    Datasets datasets();

    FindingPages findings();

    ImagePages images();

    ImageFigures figures();

    /// Makes a person of this display name, with the e-mail `{name}@example.org` in small letters.
    UserId person(String name);

    /// Makes an organization of these members.
    int organization(Set<UserId> members);

    /// Gives a person a role on a dataset.
    void grant(DatasetId dataset, UserId person, Role role);

    /// Makes everything that was recorded so far older, by turning a clock or by shifting what is stored.
    void passTime(Duration by);
}
