package dev.gotgan.engine.memory.people;

import dev.gotgan.engine.content.Utf8Order;
import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.UserId;
import dev.gotgan.engine.memory.rows.CatalogRows;
import dev.gotgan.engine.memory.rows.TeamRow;
import dev.gotgan.engine.memory.rows.TeamRow.Membership;
import dev.gotgan.engine.people.AuditLog;
import dev.gotgan.engine.people.Organizations;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Predicate;

/// [Organizations] in memory.
public final class MemoryOrganizations implements Organizations {
    private final CatalogRows all;
    private final AuditLog audit;

    public MemoryOrganizations(CatalogRows all) {
        this.all = all;
        this.audit = new MemoryAuditLog(all);
    }

    @Override
    public Organization create(String name, UserId founder) {
        return all.in(() -> {
            var made = new Organization(all.organizations.size() + 1, name);
            all.organizations.put(made.id(), new TeamRow(made));
            var by = new Actor.Person(founder, false, false);
            audit.append(by, "organization.create", null, Map.of("organization", Integer.toString(made.id())));
            admit(made.id(), founder, Position.ADMIN, by);
            return made;
        });
    }

    @Override
    public Optional<Organization> find(int organization) {
        return all.in(() -> row(organization).map(team -> team.organization));
    }

    private Optional<TeamRow> row(int organization) {
        return Optional.ofNullable(all.organizations.get(organization));
    }

    @Override
    public List<Organization> of(UserId person) {
        return those(team -> team.members.containsKey(person));
    }

    @Override
    public List<Organization> all() {
        return those(_ -> true);
    }

    private List<Organization> those(Predicate<TeamRow> wanted) {
        return all.in(() -> all.organizations.values().stream()
                .filter(wanted)
                .map(team -> team.organization)
                .sorted(Comparator.comparing(Organization::name, Utf8Order.COMPARATOR)
                        .thenComparingInt(Organization::id))
                .toList());
    }

    @Override
    public List<Member> members(int organization) {
        return all.in(() -> row(organization).stream()
                .flatMap(team -> team.members.entrySet().stream())
                .map(each -> member(each.getKey(), each.getValue()))
                .sorted(Comparator.comparing(Member::position, Comparator.reverseOrder())
                        .thenComparing(Member::name, Utf8Order.COMPARATOR)
                        .thenComparingInt(member -> member.person().value()))
                .toList());
    }

    private Member member(UserId person, Membership membership) {
        var account = Optional.ofNullable(all.people.get(person)).orElseThrow().account();
        return new Member(person, account.email(), account.name(), membership.position(), membership.joined());
    }

    @Override
    public Optional<Position> findPosition(int organization, UserId person) {
        return all.in(() -> row(organization)
                .flatMap(team -> Optional.ofNullable(team.members.get(person)))
                .map(Membership::position));
    }

    @Override
    public void admit(int organization, UserId person, Position position, Actor by) {
        all.run(() -> {
            var team = row(organization).orElseThrow(() -> new NoSuchElementException("organization " + organization));
            if (position == Position.MEMBER) {
                keepAnAdmin(team, person);
            }
            team.members.merge(
                    person,
                    new Membership(position, all.now()),
                    (old, changed) -> new Membership(changed.position(), old.joined()));
            note(by, "member.admit", organization, person);
        });
    }

    @Override
    public boolean dismiss(int organization, UserId person, Actor by) {
        return all.in(() -> {
            row(organization).ifPresent(team -> keepAnAdmin(team, person));
            boolean dismissed = row(organization)
                    .filter(team -> team.members.remove(person) != null)
                    .isPresent();
            if (dismissed) {
                note(by, "member.dismiss", organization, person);
            }
            return dismissed;
        });
    }

    private static void keepAnAdmin(TeamRow team, UserId leaving) {
        if (team.isOnlyAdmin(leaving)) {
            throw new LastAdmin(team.organization.id());
        }
    }

    private void note(Actor by, String action, int organization, UserId person) {
        audit.append(
                by, action, null, Map.of("organization", Integer.toString(organization), "person", person.toString()));
    }
}
