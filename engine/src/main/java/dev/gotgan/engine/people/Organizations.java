package dev.gotgan.engine.people;

import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Teams: who is in which. A dataset of visibility `organization` is seen by the members of its team.
public interface Organizations {
    /// Makes a team whose only member, and admin, is `founder`.
    Organization create(String name, UserId founder);

    Optional<Organization> find(int organization);

    /// The teams of a person, by name.
    List<Organization> of(UserId person);

    /// All teams, by name.
    List<Organization> all();

    /// The members of a team, admins first, then by name.
    List<Member> members(int organization);

    /// What a person is in a team; empty if not a member.
    Optional<Position> findPosition(int organization, UserId person);

    /// Adds a member or changes their position.
    ///
    /// @throws LastAdmin they are its only admin and were to be less; nothing was changed
    void admit(int organization, UserId person, Position position, Actor by);

    /// Ends a membership.
    ///
    /// @return whether the person was a member
    /// @throws LastAdmin they are its only admin; nothing was changed
    boolean dismiss(int organization, UserId person, Actor by);

    record Organization(int id, String name) {}

    record Member(UserId person, String email, String name, Position position, Instant joined) {}

    enum Position {
        MEMBER,
        ADMIN
    }

    /// A team without an admin could never again be changed by anybody in it.
    final class LastAdmin extends RuntimeException {
        private static final long serialVersionUID = 1;

        public LastAdmin(int organization) {
            super("organization " + organization + " has no other admin");
        }
    }
}
