package dev.gotgan.engine.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.UserId;
import dev.gotgan.engine.people.Organizations.Position;
import dev.gotgan.engine.testing.CatalogContract;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What [Organizations] promises: a team always has somebody who may change it.
public abstract class OrganizationsContract extends CatalogContract {
    private static final Actor ITSELF = new Actor.Itself();
    private static final int ROUNDS = 40;

    private Organizations teams;
    private UserId mina;
    private UserId jun;

    @BeforeEach
    void people() {
        teams = catalog.organizations();
        mina = catalog.person("Mina");
        jun = catalog.person("Jun");
    }

    @Test
    void whoeverMakesATeamIsItsAdmin() {
        var made = teams.create("비전", mina);
        assertThat(made.name()).isEqualTo("비전");
        assertThat(teams.find(made.id())).contains(made);
        assertThat(teams.find(made.id() + 1)).isEmpty();
        assertThat(teams.members(made.id()))
                .singleElement()
                .returns(mina, Organizations.Member::person)
                .returns("mina@example.org", Organizations.Member::email)
                .returns("Mina", Organizations.Member::name)
                .returns(Position.ADMIN, Organizations.Member::position);
    }

    @Test
    void teamsAreListedByNameAndEachPersonHasTheirOwn() {
        var second = teams.create("second", mina);
        var first = teams.create("first", jun);
        assertThat(teams.all()).containsExactly(first, second);
        assertThat(teams.of(mina)).containsExactly(second);
        teams.admit(first.id(), mina, Position.MEMBER, ITSELF);
        assertThat(teams.of(mina)).containsExactly(first, second);
        assertThat(teams.of(catalog.person("Sam"))).isEmpty();
    }

    @Test
    void adminsComeFirstThenNamesInOrder() {
        int team = teams.create("team", mina).id();
        teams.admit(team, jun, Position.MEMBER, ITSELF);
        teams.admit(team, catalog.person("Ari"), Position.MEMBER, ITSELF);
        assertThat(teams.members(team)).extracting(Organizations.Member::name).containsExactly("Mina", "Ari", "Jun");
        assertThat(teams.findPosition(team, jun)).contains(Position.MEMBER);
        assertThat(teams.findPosition(team, catalog.person("Sam"))).isEmpty();
        assertThat(teams.findPosition(team + 1, jun)).isEmpty();
    }

    @Test
    void anotherPositionIsNoNewMembership() {
        int team = teams.create("team", mina).id();
        teams.admit(team, jun, Position.MEMBER, ITSELF);
        var joined = joined(team, jun);
        teams.admit(team, jun, Position.ADMIN, ITSELF);
        assertThat(teams.findPosition(team, jun)).contains(Position.ADMIN);
        assertThat(joined(team, jun)).isEqualTo(joined);
    }

    private Object joined(int team, UserId person) {
        return teams.members(team).stream()
                .filter(member -> member.person().equals(person))
                .findFirst()
                .orElseThrow()
                .joined();
    }

    @Test
    void theOnlyAdminNeitherLeavesNorBecomesLess() {
        int team = teams.create("team", mina).id();
        teams.admit(team, jun, Position.MEMBER, ITSELF);
        assertThatThrownBy(() -> teams.dismiss(team, mina, ITSELF)).isInstanceOf(Organizations.LastAdmin.class);
        assertThatThrownBy(() -> teams.admit(team, mina, Position.MEMBER, ITSELF))
                .isInstanceOf(Organizations.LastAdmin.class);
        assertThat(teams.findPosition(team, mina)).contains(Position.ADMIN);
        assertThat(teams.dismiss(team, jun, ITSELF)).isTrue();
        assertThat(teams.dismiss(team, jun, ITSELF)).isFalse();
    }

    @Test
    void ofTwoAdminsWhoLeaveAtOnceOneStays() throws Exception {
        var start = new CyclicBarrier(2);
        try (var both = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < ROUNDS; round++) {
                int team = teams.create("team", mina).id();
                teams.admit(team, jun, Position.ADMIN, ITSELF);
                var left = both.invokeAll(List.<Callable<Boolean>>of(
                        () -> leaves(start, () -> teams.dismiss(team, mina, ITSELF)),
                        () -> leaves(start, () -> teams.admit(team, jun, Position.MEMBER, ITSELF))));
                assertThat(left.get(0).get() ^ left.get(1).get()).isTrue();
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

    @Test
    void whoComesAndGoesIsWrittenDown() {
        int team = teams.create("team", mina).id();
        teams.admit(team, jun, Position.MEMBER, story.actor());
        teams.dismiss(team, jun, story.actor());
        assertThat(catalog.audit().list(null, 4))
                .extracting(AuditLog.Entry::action)
                .containsExactly("member.dismiss", "member.admit", "member.admit", "organization.create");
        assertThat(catalog.audit().list(null, 1).getFirst())
                .returns(story.actor().findId().orElseThrow(), AuditLog.Entry::user)
                .returns(
                        Map.of("organization", Integer.toString(team), "person", jun.toString()),
                        AuditLog.Entry::detail);
    }
}
