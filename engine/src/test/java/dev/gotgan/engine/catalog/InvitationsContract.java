package dev.gotgan.engine.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.gotgan.engine.catalog.Invitations.Accepted;
import dev.gotgan.engine.catalog.Invitations.Invitation;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.DatasetState;
import dev.gotgan.engine.dataset.Role;
import dev.gotgan.engine.dataset.UserId;
import dev.gotgan.engine.dataset.Visibility;
import dev.gotgan.engine.facts.AnalysisHint;
import dev.gotgan.engine.people.Account;
import dev.gotgan.engine.people.AuditLog;
import dev.gotgan.engine.testing.CatalogContract;
import dev.gotgan.engine.testing.CatalogStory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What [Invitations] promises: a link lets one person in, once, and no longer than its maker may invite.
public abstract class InvitationsContract extends CatalogContract {
    private static final DatasetId CATS = new DatasetId("det-cats-10");
    private static final DatasetId DOGS = new DatasetId("det-dogs-10");
    private static final Sha256 SECRET = CatalogStory.sha("a secret");

    private Invitations links;
    private UserId owner;
    private UserId guest;

    @BeforeEach
    void people() {
        links = catalog.invitations();
        owner = catalog.person("Eve");
        guest = catalog.person("Bob");
        create(CATS);
        create(DOGS);
    }

    private void create(DatasetId id) {
        var wanted = new Datasets.NewDataset(
                id, "Cats", "", owner, Visibility.PRIVATE, List.of(), new AnalysisHint(null, null, List.of()));
        catalog.datasets().create(wanted, DatasetState.LIVE, story.actor());
    }

    private static Actor person(UserId id) {
        return new Actor.Person(id, false, false);
    }

    private Invitation invite(Role role) {
        return links.create(CATS, "bob@example.org", role, SECRET, person(owner));
    }

    @Test
    void aLinkSaysWhatItIsFor() {
        var made = invite(Role.EDITOR);
        assertThat(made)
                .returns(CATS, Invitation::dataset)
                .returns("bob@example.org", Invitation::email)
                .returns(Role.EDITOR, Invitation::role)
                .returns(owner, Invitation::invitedBy);
        assertThat(Duration.between(made.created(), made.expires())).isEqualTo(Invitations.LIFE);
        assertThat(links.isOpen(SECRET)).isTrue();
        assertThat(links.isOpen(CatalogStory.sha("a guess"))).isFalse();
        assertThat(links.list(DOGS)).isEmpty();
    }

    @Test
    void aLinkIsGoodOnce() {
        invite(Role.VIEWER);
        assertThat(links.accept(SECRET, guest)).contains(new Accepted(CATS, Role.VIEWER));
        assertThat(links.isOpen(SECRET)).isFalse();
        assertThat(links.accept(SECRET, catalog.person("Sam"))).isEmpty();
        assertThat(links.list(CATS)).isEmpty();
        assertThat(catalog.permissions().list(CATS))
                .last()
                .returns(guest, Permissions.Grant::person)
                .returns(Role.VIEWER, Permissions.Grant::role)
                .returns(owner, Permissions.Grant::grantedBy);
    }

    @Test
    void ofManyWhoFollowALinkAtOnceOneIsLetIn() throws Exception {
        invite(Role.VIEWER);
        var people =
                IntStream.range(0, 6).mapToObj(i -> catalog.person("Guest" + i)).toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var following = people.stream()
                    .<Callable<Integer>>map(
                            each -> () -> links.accept(SECRET, each).isPresent() ? 1 : 0)
                    .toList();
            int let = 0;
            for (var each : threads.invokeAll(following)) {
                let += each.get();
            }
            assertThat(let).isEqualTo(1);
        }
        assertThat(catalog.permissions().list(CATS)).hasSize(2);
    }

    @Test
    void openLinksAreListedTheNewestFirstExpiredOnesToo() {
        var first = invite(Role.VIEWER);
        catalog.passTime(Invitations.LIFE.plusSeconds(1));
        var second = links.create(CATS, "sam@example.org", Role.EDITOR, CatalogStory.sha("2"), person(owner));
        assertThat(links.list(CATS)).extracting(Invitation::id).containsExactly(second.id(), first.id());
    }

    @Test
    void aLinkEndsAfterItsTime() {
        invite(Role.VIEWER);
        catalog.passTime(Invitations.LIFE.minusMinutes(1));
        assertThat(links.isOpen(SECRET)).isTrue();
        catalog.passTime(Duration.ofMinutes(2));
        assertThat(links.isOpen(SECRET)).isFalse();
        assertThat(links.accept(SECRET, guest)).isEmpty();
    }

    @Test
    void aLinkThatIsWithdrawnLetsNobodyIn() {
        var made = invite(Role.VIEWER);
        assertThat(links.withdraw(DOGS, made.id(), person(owner))).isFalse();
        assertThat(links.isOpen(SECRET)).isTrue();
        assertThat(links.withdraw(CATS, made.id(), person(owner))).isTrue();
        assertThat(links.withdraw(CATS, made.id(), person(owner))).isFalse();
        assertThat(links.accept(SECRET, guest)).isEmpty();
    }

    @Test
    void aLinkThatWasUsedIsNotWithdrawn() {
        var made = invite(Role.VIEWER);
        links.accept(SECRET, guest);
        assertThat(links.withdraw(CATS, made.id(), person(owner))).isFalse();
    }

    @Test
    void aLinkLastsNoLongerThanItsMakersRightToInvite() {
        var second = catalog.person("Oda");
        catalog.grant(CATS, second, Role.OWNER);
        links.create(CATS, "bob@example.org", Role.VIEWER, SECRET, person(second));
        assertThat(links.isOpen(SECRET)).isTrue();
        catalog.grant(CATS, second, Role.EDITOR);
        assertThat(links.isOpen(SECRET)).isFalse();
        assertThat(links.accept(SECRET, guest)).isEmpty();
        catalog.accounts().appoint(second, Account.Kind.ADMIN, story.actor());
        assertThat(links.isOpen(SECRET)).isTrue();
        catalog.accounts().set(second, Account.State.DISABLED, story.actor());
        assertThat(links.isOpen(SECRET)).isFalse();
        catalog.accounts().remove(second, null, story.actor());
        assertThat(links.accept(SECRET, guest)).isEmpty();
        assertThat(links.list(CATS)).singleElement().returns(null, Invitation::invitedBy);
    }

    @Test
    void aDatasetInTheTrashLetsNobodyInUntilItIsBack() {
        invite(Role.VIEWER);
        catalog.datasets().trash(CATS, story.actor());
        assertThat(links.accept(SECRET, guest)).isEmpty();
        catalog.datasets().restore(CATS, story.actor());
        assertThat(links.accept(SECRET, guest)).isPresent();
    }

    @Test
    void aLinkTakesNothingAwayFromWhoFollowsIt() {
        catalog.grant(CATS, guest, Role.EDITOR);
        invite(Role.VIEWER);
        assertThat(links.accept(SECRET, guest)).contains(new Accepted(CATS, Role.EDITOR));
        links.create(CATS, "eve@example.org", Role.EDITOR, CatalogStory.sha("2"), person(owner));
        assertThat(links.accept(CatalogStory.sha("2"), owner)).contains(new Accepted(CATS, Role.OWNER));
    }

    @Test
    void aLinkMakesAViewerAnEditor() {
        catalog.grant(CATS, guest, Role.VIEWER);
        invite(Role.EDITOR);
        assertThat(links.accept(SECRET, guest)).contains(new Accepted(CATS, Role.EDITOR));
        assertThat(catalog.permissions().list(CATS))
                .extracting(Permissions.Grant::role)
                .containsExactly(Role.OWNER, Role.EDITOR);
    }

    @Test
    void makingFollowingAndWithdrawingAreWrittenDown() {
        var made = invite(Role.VIEWER);
        links.withdraw(CATS, made.id(), person(owner));
        invite(Role.VIEWER);
        links.accept(SECRET, guest);
        assertThat(catalog.audit().list(null, 5))
                .extracting(AuditLog.Entry::action)
                .containsExactly(
                        "permission.grant",
                        "invitation.accept",
                        "invitation.create",
                        "invitation.withdraw",
                        "invitation.create");
        assertThat(catalog.audit().list(null, 2).getLast())
                .returns(guest, AuditLog.Entry::user)
                .returns(CATS, AuditLog.Entry::dataset)
                .returns(Map.of("email", "bob@example.org", "role", "viewer"), AuditLog.Entry::detail);
    }

    @Test
    void rolesAreListedTheOwnersFirstAndThenInTheOrderOfGranting() {
        var sam = catalog.person("Sam");
        var permissions = catalog.permissions();
        assertThat(permissions.grant(CATS, sam, Role.VIEWER, person(owner))).isEqualTo(Permissions.Granted.ADDED);
        assertThat(permissions.grant(CATS, guest, Role.VIEWER, person(owner))).isEqualTo(Permissions.Granted.ADDED);
        assertThat(permissions.grant(CATS, sam, Role.EDITOR, person(guest))).isEqualTo(Permissions.Granted.CHANGED);
        assertThat(permissions.grant(CATS, owner, Role.VIEWER, person(owner))).isEqualTo(Permissions.Granted.OWNS_IT);
        assertThat(permissions.list(CATS))
                .extracting(Permissions.Grant::person, Permissions.Grant::role, Permissions.Grant::grantedBy)
                .containsExactly(
                        tuple(owner, Role.OWNER, null),
                        tuple(sam, Role.EDITOR, guest),
                        tuple(guest, Role.VIEWER, owner));
        assertThat(permissions.revoke(CATS, owner, person(owner))).isFalse();
        assertThat(permissions.revoke(CATS, sam, person(owner))).isTrue();
        assertThat(permissions.revoke(CATS, sam, person(owner))).isFalse();
        assertThat(permissions.list(CATS)).hasSize(2);
        assertThat(permissions.list(DOGS)).hasSize(1);
    }
}
