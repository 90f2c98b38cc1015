package dev.gotgan.server.team;

import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.UserId;
import dev.gotgan.engine.people.Account;
import dev.gotgan.engine.people.Accounts;
import dev.gotgan.engine.people.Organizations;
import dev.gotgan.engine.people.Organizations.Member;
import dev.gotgan.engine.people.Organizations.Position;
import dev.gotgan.server.web.problem.Code;
import dev.gotgan.server.web.problem.Refused;
import dev.gotgan.server.web.signin.LoginLimits;
import java.util.List;

/// Who may look into a team, and who changes who is in it: its members, and its admins. Who is in no team is told that
/// there is none; the installation's admins are in all.
final class KeepTeams {
    private final Organizations teams;
    private final Accounts accounts;
    private final LoginLimits limits;

    KeepTeams(Organizations teams, Accounts accounts, LoginLimits limits) {
        this.teams = teams;
        this.accounts = accounts;
        this.limits = limits;
    }

    List<Member> members(int team, Actor actor) {
        position(team, actor);
        return teams.members(team);
    }

    /// Adds somebody or changes their position.
    Member admit(int team, String email, Position position, Actor actor) {
        if (position(team, actor) != Position.ADMIN) {
            throw forbidden();
        }
        var person = accounts.findByEmail(email)
                .filter(account -> account.state() == Account.State.ACTIVE)
                .map(Account::id)
                .orElseThrow(() -> unknown(actor));
        try {
            teams.admit(team, person, position, actor);
        } catch (Organizations.LastAdmin e) {
            throw lastAdmin();
        }
        return teams.members(team).stream()
                .filter(member -> member.person().equals(person))
                .findFirst()
                .orElseThrow(KeepTeams::noTeam);
    }

    /// Everybody may leave.
    void dismiss(int team, UserId person, Actor actor) {
        boolean self = actor.findId().filter(person::equals).isPresent();
        if (position(team, actor) != Position.ADMIN && !self) {
            throw forbidden();
        }
        try {
            if (!teams.dismiss(team, person, actor)) {
                throw new Refused(Code.NOT_FOUND, "This person is no member.");
            }
        } catch (Organizations.LastAdmin e) {
            throw lastAdmin();
        }
    }

    private static Refused lastAdmin() {
        return new Refused(Code.LAST_ADMIN, "This is the team's only admin; make another one first.");
    }

    private Position position(int team, Actor actor) {
        var _ = teams.find(team).orElseThrow(KeepTeams::noTeam);
        if (actor instanceof Actor.Person person && person.admin()) {
            return Position.ADMIN;
        }
        return actor.findId()
                .flatMap(person -> teams.findPosition(team, person))
                .orElseThrow(KeepTeams::noTeam);
    }

    /// Nobody finds out who has an account by asking for a thousand.
    private Refused unknown(Actor actor) {
        limits.count("user " + actor.findId().map(UserId::toString).orElse(""));
        return new Refused(Code.USER_UNKNOWN, "There is no such account; ask the person to make one first.");
    }

    private static Refused noTeam() {
        return new Refused(Code.NOT_FOUND, "There is no such organization, or you are not in it.");
    }

    private static Refused forbidden() {
        return new Refused(Code.FORBIDDEN, "Only admins of the organization may do this.");
    }
}
