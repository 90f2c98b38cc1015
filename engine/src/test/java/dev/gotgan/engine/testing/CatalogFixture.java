package dev.gotgan.engine.testing;

import dev.gotgan.engine.analysis.StaleHeads;
import dev.gotgan.engine.care.ExpiredTrash;
import dev.gotgan.engine.catalog.DatasetList;
import dev.gotgan.engine.catalog.Datasets;
import dev.gotgan.engine.catalog.FindingPages;
import dev.gotgan.engine.catalog.Invitations;
import dev.gotgan.engine.catalog.Permissions;
import dev.gotgan.engine.commit.CommitLog;
import dev.gotgan.engine.commit.Tree;
import dev.gotgan.engine.commit.WriteSessions;
import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.Role;
import dev.gotgan.engine.dataset.UserId;
import dev.gotgan.engine.gallery.ImageFigures;
import dev.gotgan.engine.gallery.ImagePages;
import dev.gotgan.engine.people.Account;
import dev.gotgan.engine.people.Accounts;
import dev.gotgan.engine.people.Accounts.NewAccount;
import dev.gotgan.engine.people.AuditLog;
import dev.gotgan.engine.people.BrowserSessions;
import dev.gotgan.engine.people.Organizations;
import dev.gotgan.engine.people.Organizations.Position;
import dev.gotgan.engine.people.Tokens;
import dev.gotgan.engine.publish.DoomedCopies;
import dev.gotgan.engine.publish.PublishRows;
import dev.gotgan.engine.store.doctor.StoreReports;
import dev.gotgan.engine.task.Tasks;
import java.time.Duration;
import java.util.Locale;
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

    DatasetList list();

    ExpiredTrash expiredTrash();

    StaleHeads staleHeads();

    StoreReports storeReports();

    Tasks tasks();

    Permissions permissions();

    Invitations invitations();

    Accounts accounts();

    Organizations organizations();

    Tokens tokens();

    BrowserSessions browsers();

    AuditLog audit();

    /// The person of this display name, with the e-mail `{name}@example.org` in small letters; made where there is
    /// none.
    default UserId person(String name) {
        return person(accounts(), name);
    }

    /// The same where only accounts are at hand.
    static UserId person(Accounts accounts, String name) {
        var email = name.toLowerCase(Locale.ROOT) + "@example.org";
        var wanted = new NewAccount(email, name, null, Account.Kind.MEMBER);
        return accounts.findByEmail(email)
                .orElseGet(() -> accounts.create(wanted, new Actor.Itself()))
                .id();
    }

    /// Makes an organization of these members.
    default int organization(Set<UserId> members) {
        var founder = members.iterator().next();
        int made = organizations().create("team", founder).id();
        members.stream()
                .filter(member -> !member.equals(founder))
                .forEach(member -> organizations().admit(made, member, Position.MEMBER, new Actor.Itself()));
        return made;
    }

    /// Gives a person a role on a dataset.
    default void grant(DatasetId dataset, UserId person, Role role) {
        permissions().grant(dataset, person, role, new Actor.Itself());
    }

    /// Makes everything that was recorded so far older, by turning a clock or by shifting what is stored.
    void passTime(Duration by);
}
