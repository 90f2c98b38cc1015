package dev.gotgan.engine.memory.rows;

import dev.gotgan.engine.dataset.UserId;
import dev.gotgan.engine.people.Organizations.Organization;
import dev.gotgan.engine.people.Organizations.Position;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// A team and who is in it.
public final class TeamRow {
    public record Membership(Position position, Instant joined) {}

    public final Organization organization;
    public final Map<UserId, Membership> members = new HashMap<>();

    public TeamRow(Organization organization) {
        this.organization = organization;
    }

    /// Whether `person` is its admin and nobody else is.
    public boolean isOnlyAdmin(UserId person) {
        return isAdmin(person)
                && members.keySet().stream().filter(this::isAdmin).count() == 1;
    }

    private boolean isAdmin(UserId person) {
        var membership = members.get(person);
        return membership != null && membership.position() == Position.ADMIN;
    }
}
