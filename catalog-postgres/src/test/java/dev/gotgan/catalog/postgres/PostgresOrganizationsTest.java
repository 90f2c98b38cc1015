package dev.gotgan.catalog.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gotgan.engine.commit.Timing;
import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.UserId;
import dev.gotgan.engine.people.Account;
import dev.gotgan.engine.people.Accounts;
import dev.gotgan.engine.people.Organizations;
import dev.gotgan.engine.people.Organizations.Position;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresOrganizationsTest {
    private static final Actor SETUP = new Actor.Itself();
    private static final int ROUNDS = 40;

    private static CatalogDatabase database;
    private static PostgresCatalog catalog;
    private static Organizations teams;
    private static UserId mina;
    private static UserId jun;

    @BeforeAll
    static void begin() {
        database = new CatalogDatabase();
        catalog = database.empty(Timing.embedded());
        teams = catalog.organizations();
        mina = person("mina");
        jun = person("jun");
    }

    @AfterAll
    static void end() {
        database.close();
    }

    private static UserId person(String name) {
        var wanted = new Accounts.NewAccount(name + "@example.org", name, null, Account.Kind.MEMBER);
        return catalog.accounts().create(wanted, SETUP).id();
    }

    @Test
    void theOnlyAdminNeitherLeavesNorBecomesLess() {
        int team = teams.create("team", mina).id();
        teams.admit(team, jun, Position.MEMBER, SETUP);
        assertThatThrownBy(() -> teams.dismiss(team, mina, SETUP)).isInstanceOf(Organizations.LastAdmin.class);
        assertThatThrownBy(() -> teams.admit(team, mina, Position.MEMBER, SETUP))
                .isInstanceOf(Organizations.LastAdmin.class);
        assertThat(teams.findPosition(team, mina)).contains(Position.ADMIN);
        assertThat(teams.dismiss(team, jun, SETUP)).isTrue();
        assertThat(teams.dismiss(team, jun, SETUP)).isFalse();
    }

    @Test
    void ofTwoAdminsWhoLeaveAtOnceOneStays() throws Exception {
        var start = new CyclicBarrier(2);
        try (var both = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < ROUNDS; round++) {
                int team = teams.create("team", mina).id();
                teams.admit(team, jun, Position.ADMIN, SETUP);
                var left = List.of(
                        both.submit(() -> leaves(start, () -> teams.dismiss(team, mina, SETUP))),
                        both.submit(() -> leaves(start, () -> teams.admit(team, jun, Position.MEMBER, SETUP))));
                assertThat(left).extracting(Future::get).containsExactlyInAnyOrder(true, false);
                assertThat(teams.members(team))
                        .extracting(Organizations.Member::position)
                        .containsOnlyOnce(Position.ADMIN);
            }
        }
    }

    private static boolean leaves(CyclicBarrier start, Runnable leave) throws Exception {
        start.await();
        try {
            leave.run();
            return true;
        } catch (Organizations.LastAdmin e) {
            return false;
        }
    }
}
