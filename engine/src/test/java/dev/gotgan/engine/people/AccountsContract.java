package dev.gotgan.engine.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gotgan.engine.catalog.Datasets;
import dev.gotgan.engine.catalog.Permissions;
import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.DatasetState;
import dev.gotgan.engine.dataset.Role;
import dev.gotgan.engine.dataset.UserId;
import dev.gotgan.engine.dataset.Visibility;
import dev.gotgan.engine.facts.AnalysisHint;
import dev.gotgan.engine.people.Accounts.NewAccount;
import dev.gotgan.engine.people.Organizations.Position;
import dev.gotgan.engine.testing.CatalogContract;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What [Accounts] promises, and what becomes of datasets and teams when somebody goes.
public abstract class AccountsContract extends CatalogContract {
    private static final Actor ITSELF = new Actor.Itself();
    private static final DatasetId CATS = new DatasetId("det-cats-10");

    private Account create(String email, @Nullable String name) {
        return catalog.accounts().create(new NewAccount(email, name, "hash", Account.Kind.MEMBER), ITSELF);
    }

    private void owns(UserId owner) {
        var wanted = new Datasets.NewDataset(
                CATS, "Cats", "", owner, Visibility.PRIVATE, List.of(), new AnalysisHint(null, null, List.of()));
        catalog.datasets().create(wanted, DatasetState.LIVE, story.actor());
    }

    @Test
    void anAccountHasWhatItWasMadeWith() {
        var eve = create("Eve@Example.org", "이브");
        assertThat(eve)
                .returns("Eve@Example.org", Account::email)
                .returns("이브", Account::name)
                .returns(Account.Kind.MEMBER, Account::kind)
                .returns(Account.State.ACTIVE, Account::state);
        assertThat(catalog.accounts().find(eve.id())).contains(eve);
        assertThat(catalog.accounts().findLogin("eve@example.ORG")).contains(new Accounts.Login(eve, "hash"));
        assertThat(catalog.accounts().find(new UserId(eve.id().value() + 1))).isEmpty();
        assertThat(catalog.accounts().findByEmail("nobody@example.org")).isEmpty();
    }

    @Test
    void whoGivesNoNameIsCalledByTheirMailbox() {
        assertThat(create("eve.adams@example.org", null).name()).isEqualTo("eve.adams");
    }

    @Test
    void eMailsOfTwoAccountsDifferInMoreThanCase() {
        var eve = create("eve@example.org", "Eve");
        assertThatThrownBy(() -> create("EVE@example.org", "Another")).isInstanceOf(Accounts.EmailTaken.class);
        assertThat(catalog.accounts().findByEmail("Eve@example.org")).contains(eve);
    }

    @Test
    void ofManyWhoWantAnEmailAtOnceOneGetsIt() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asking = IntStream.range(0, 6)
                    .<Callable<Integer>>mapToObj(i -> () -> {
                        try {
                            create(i % 2 == 0 ? "eve@example.org" : "Eve@example.org", "Eve");
                            return 1;
                        } catch (Accounts.EmailTaken e) {
                            return 0;
                        }
                    })
                    .toList();
            int made = 0;
            for (var each : threads.invokeAll(asking)) {
                made += each.get();
            }
            assertThat(made).isEqualTo(1);
        }
    }

    @Test
    void accountsAreListedInPagesInTheOrderOfTheirIds() {
        var all = List.of(
                catalog.accounts().findByEmail("ada@example.org").orElseThrow(),
                create("zoe@example.org", "Zoe"),
                create("bob@example.org", "Bob"));
        assertThat(catalog.accounts().list(null, 2)).isEqualTo(all.subList(0, 2));
        assertThat(catalog.accounts().list(all.get(1).id(), 2)).isEqualTo(all.subList(2, 3));
        assertThat(catalog.accounts().list(all.get(2).id(), 2)).isEmpty();
    }

    @Test
    void whatIsChangedOfAnAccountIsSaidOfItAfterwards() {
        var eve = create("eve@example.org", "Eve").id();
        catalog.accounts().rename(eve, "Eva", ITSELF);
        catalog.accounts().password(eve, "another", ITSELF);
        catalog.accounts().appoint(eve, Account.Kind.ADMIN, ITSELF);
        catalog.accounts().set(eve, Account.State.DISABLED, ITSELF);
        var login = catalog.accounts().findLogin("eve@example.org").orElseThrow();
        assertThat(login.passwordHash()).isEqualTo("another");
        assertThat(login.account())
                .returns("Eva", Account::name)
                .returns(Account.Kind.ADMIN, Account::kind)
                .returns(Account.State.DISABLED, Account::state);
    }

    @Test
    void anAdminIsOneWhoMaySignIn() {
        var eve = create("eve@example.org", "Eve").id();
        assertThat(catalog.accounts().anyAdmin()).isFalse();
        catalog.accounts().appoint(eve, Account.Kind.ADMIN, ITSELF);
        assertThat(catalog.accounts().anyAdmin()).isTrue();
        catalog.accounts().set(eve, Account.State.DISABLED, ITSELF);
        assertThat(catalog.accounts().anyAdmin()).isFalse();
    }

    @Test
    void whoOwnsDatasetsGoesOnlyIfSomebodyGetsThem() {
        var eve = catalog.person("Eve");
        var bob = catalog.person("Bob");
        owns(eve);
        catalog.grant(CATS, bob, Role.VIEWER);
        assertThatThrownBy(() -> catalog.accounts().remove(eve, null, story.actor()))
                .isInstanceOf(Accounts.OwnsDatasets.class)
                .hasMessageContaining("1");
        assertThat(catalog.accounts().find(eve)).isPresent();
        catalog.accounts().remove(eve, bob, story.actor());
        assertThat(catalog.accounts().find(eve)).isEmpty();
        assertThat(catalog.permissions().list(CATS)).singleElement().returns(bob, Permissions.Grant::person);
    }

    @Test
    void aTeamsDatasetStaysTheTeamsOnlyIfTheHeirIsInIt() {
        var eve = catalog.person("Eve");
        var bob = catalog.person("Bob");
        var stranger = catalog.person("Sam");
        int team = catalog.organization(Set.of(bob));
        catalog.organizations().admit(team, eve, Position.MEMBER, ITSELF);
        owns(eve);
        var change = new Datasets.MetadataChange(null, null, null, null, Visibility.ORGANIZATION, team, null);
        catalog.datasets().update(CATS, change, null, story.actor());
        catalog.accounts().remove(eve, bob, story.actor());
        assertThat(catalog.datasets().find(CATS).orElseThrow().visibility()).isEqualTo(Visibility.ORGANIZATION);
        catalog.accounts().remove(bob, stranger, story.actor());
        assertThat(catalog.datasets().find(CATS))
                .get()
                .returns(Visibility.PRIVATE, record -> record.visibility())
                .returns(null, record -> record.organization())
                .returns(stranger, record -> record.owner());
    }

    @Test
    void whoGoesLeavesRolesAndTeams() {
        var eve = catalog.person("Eve");
        var bob = catalog.person("Bob");
        int team = catalog.organization(Set.of(bob));
        catalog.organizations().admit(team, eve, Position.MEMBER, ITSELF);
        owns(bob);
        catalog.grant(CATS, eve, Role.EDITOR);
        catalog.accounts().remove(eve, null, story.actor());
        assertThat(catalog.organizations().members(team)).hasSize(1);
        assertThat(catalog.permissions().list(CATS)).hasSize(1);
    }

    @Test
    void theOnlyAdminOfATeamThatHasOthersDoesNotGo() {
        var eve = catalog.person("Eve");
        var bob = catalog.person("Bob");
        int vision = catalog.organizations().create("Vision", eve).id();
        catalog.organizations().admit(vision, bob, Position.MEMBER, ITSELF);
        owns(eve);
        assertThatThrownBy(() -> catalog.accounts().remove(eve, bob, story.actor()))
                .isInstanceOf(Accounts.OnlyAdmin.class)
                .hasMessageContaining("Vision");
        assertThat(catalog.accounts().find(eve)).isPresent();
        assertThat(catalog.datasets().find(CATS).orElseThrow().owner()).isEqualTo(eve);
        catalog.organizations().admit(vision, bob, Position.ADMIN, ITSELF);
        catalog.accounts().remove(eve, bob, story.actor());
        assertThat(catalog.organizations().members(vision))
                .singleElement()
                .returns(Position.ADMIN, Organizations.Member::position);
    }

    @Test
    void whoIsAloneInATeamGoes() {
        var eve = catalog.person("Eve");
        int alone = catalog.organizations().create("alone", eve).id();
        catalog.accounts().remove(eve, null, story.actor());
        assertThat(catalog.organizations().members(alone)).isEmpty();
        assertThat(catalog.organizations().find(alone)).isPresent();
    }

    @Test
    void ofTwoAdminsWhoAreRemovedAtOnceOneStays() throws Exception {
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 10; round++) {
                var eve = catalog.person("Eve" + round);
                var bob = catalog.person("Bob" + round);
                int team = catalog.organization(Set.of(eve));
                catalog.organizations().admit(team, bob, Position.ADMIN, ITSELF);
                catalog.organizations().admit(team, catalog.person("Mia"), Position.MEMBER, ITSELF);
                var gone = both.invokeAll(List.<Callable<Boolean>>of(() -> goes(eve), () -> goes(bob)));
                assertThat(gone.get(0).get() ^ gone.get(1).get()).isTrue();
                assertThat(catalog.organizations().members(team))
                        .extracting(Organizations.Member::position)
                        .containsOnlyOnce(Position.ADMIN);
            }
        }
    }

    private boolean goes(UserId person) {
        try {
            catalog.accounts().remove(person, null, ITSELF);
            return true;
        } catch (Accounts.OnlyAdmin e) {
            return false;
        }
    }

    @Test
    void everyChangeLeavesAnEntryWhoseAuthorIsForgottenWithTheirAccount() {
        var eve = create("eve@example.org", "Eve");
        var bob = catalog.accounts()
                .create(new NewAccount("bob@example.org", "Bob", null, Account.Kind.MEMBER), eve.actor());
        var entry = catalog.audit().list(null, 1).getFirst();
        assertThat(entry)
                .returns("account.create", AuditLog.Entry::action)
                .returns(eve.id(), AuditLog.Entry::user)
                .returns("eve@example.org", AuditLog.Entry::email)
                .returns(Map.of("account", bob.id().toString(), "kind", "member"), AuditLog.Entry::detail);
        catalog.accounts().remove(eve.id(), null, story.actor());
        assertThat(catalog.audit().list(null, 1).getFirst().action()).isEqualTo("account.remove");
        assertThat(catalog.audit().list(entry.id() + 1, 1).getFirst())
                .returns(entry.id(), AuditLog.Entry::id)
                .returns(null, AuditLog.Entry::user)
                .returns(null, AuditLog.Entry::email);
    }
}
