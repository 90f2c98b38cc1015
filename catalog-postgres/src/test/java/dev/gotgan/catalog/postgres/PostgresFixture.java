package dev.gotgan.catalog.postgres;

import dev.gotgan.engine.catalog.Datasets;
import dev.gotgan.engine.catalog.FindingPages;
import dev.gotgan.engine.commit.CommitLog;
import dev.gotgan.engine.commit.Timing;
import dev.gotgan.engine.commit.Tree;
import dev.gotgan.engine.commit.WriteSessions;
import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.Role;
import dev.gotgan.engine.dataset.UserId;
import dev.gotgan.engine.gallery.ImageFigures;
import dev.gotgan.engine.gallery.ImagePages;
import dev.gotgan.engine.people.Account;
import dev.gotgan.engine.people.Accounts.NewAccount;
import dev.gotgan.engine.people.Organizations.Position;
import dev.gotgan.engine.publish.DoomedCopies;
import dev.gotgan.engine.publish.PublishRows;
import dev.gotgan.engine.testing.CatalogFixture;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/// The catalog on a real PostgreSQL, as the contract suites of the engine want it.
final class PostgresFixture implements CatalogFixture {
    private static final Actor SETUP = new Actor.Itself();

    private final CatalogDatabase database;
    private final PostgresCatalog catalog;

    PostgresFixture(CatalogDatabase database, Timing timing) {
        this.database = database;
        this.catalog = database.empty(timing);
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
        return catalog.publishRows();
    }

    @Override
    public DoomedCopies doomed() {
        return catalog.doomedCopies();
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
        var email = name.toLowerCase(Locale.ROOT) + "@example.org";
        return catalog.accounts()
                .findByEmail(email)
                .orElseGet(
                        () -> catalog.accounts().create(new NewAccount(email, name, null, Account.Kind.MEMBER), SETUP))
                .id();
    }

    @Override
    public int organization(Set<UserId> members) {
        var founder = members.iterator().next();
        var made = catalog.organizations().create("team", founder);
        members.stream()
                .filter(member -> !member.equals(founder))
                .forEach(member -> catalog.organizations().admit(made.id(), member, Position.MEMBER, SETUP));
        return made.id();
    }

    @Override
    public void grant(DatasetId dataset, UserId person, Role role) {
        catalog.permissions().grant(dataset, person, role, SETUP);
    }

    @Override
    public void passTime(Duration by) {
        database.age(by);
    }
}
