package dev.gotgan.server.team;

import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.UserId;
import dev.gotgan.engine.people.Organizations;
import dev.gotgan.engine.people.Organizations.Member;
import dev.gotgan.engine.people.Organizations.Organization;
import dev.gotgan.engine.people.Organizations.Position;
import dev.gotgan.server.web.Requires;
import dev.gotgan.server.web.Rule;
import dev.gotgan.server.web.WrongFields;
import dev.gotgan.server.web.problem.Code;
import dev.gotgan.server.web.problem.Problems;
import dev.gotgan.server.web.problem.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Teams: anybody makes one, its members see each other, its admins say who is in it.
@RestController
final class OrganizationsController {
    private static final int LONGEST_NAME = 200;

    private final Organizations organizations;
    private final KeepTeams keep;

    OrganizationsController(Organizations organizations, KeepTeams keep) {
        this.organizations = organizations;
        this.keep = keep;
    }

    record OrganizationRequest(@Nullable String name) {}

    record MemberRequest(@Nullable String email, @Nullable String role) {}

    record OrganizationView(int id, String name, String role) {}

    record MemberView(UserId userId, String email, String name, String role, Instant joinedAt) {
        static MemberView of(Member member) {
            return new MemberView(
                    member.person(), member.email(), member.name(), word(member.position()), member.joined());
        }
    }

    /// The caller's own; those who manage the installation are admins of all.
    @GetMapping("/api/v1/organizations")
    @Requires(Rule.LOGGED_IN)
    List<OrganizationView> list(Actor actor) {
        var me = me(actor);
        if (actor instanceof Actor.Person person && person.admin()) {
            return organizations.all().stream()
                    .map(team -> view(team, Position.ADMIN))
                    .toList();
        }
        return organizations.of(me).stream()
                .map(team ->
                        view(team, organizations.findPosition(team.id(), me).orElse(Position.MEMBER)))
                .toList();
    }

    @PostMapping("/api/v1/organizations")
    @Requires(Rule.LOGGED_IN)
    @ResponseStatus(HttpStatus.CREATED)
    OrganizationView make(@RequestBody OrganizationRequest wanted, Actor actor) {
        var name = wanted.name() == null ? "" : wanted.name().strip();
        new WrongFields()
                .unless(
                        !name.isEmpty() && name.length() <= LONGEST_NAME && WrongFields.plain(name),
                        "name",
                        "has 1 to 200 characters")
                .refuse();
        return view(organizations.create(name, me(actor)), Position.ADMIN);
    }

    @GetMapping("/api/v1/organizations/{organization_id}/members")
    @Requires(Rule.LOGGED_IN)
    List<MemberView> members(@PathVariable("organization_id") int organization, Actor actor) {
        return keep.members(organization, actor).stream().map(MemberView::of).toList();
    }

    @PostMapping("/api/v1/organizations/{organization_id}/members")
    @Requires(Rule.LOGGED_IN)
    @ResponseStatus(HttpStatus.CREATED)
    MemberView admit(
            @PathVariable("organization_id") int organization, @RequestBody MemberRequest wanted, Actor actor) {
        var email = wanted.email() == null ? "" : wanted.email().strip();
        return MemberView.of(keep.admit(organization, email, position(wanted.role()), actor));
    }

    @DeleteMapping("/api/v1/organizations/{organization_id}/members/{user_id}")
    @Requires(Rule.LOGGED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dismiss(@PathVariable("organization_id") int organization, @PathVariable("user_id") int person, Actor actor) {
        if (person <= 0) {
            throw new Refused(Code.NOT_FOUND, "This person is no member.");
        }
        keep.dismiss(organization, new UserId(person), actor);
    }

    private static UserId me(Actor actor) {
        return actor.findId().orElseThrow(Problems::noDataset);
    }

    private static OrganizationView view(Organization team, Position position) {
        return new OrganizationView(team.id(), team.name(), word(position));
    }

    private static String word(Position position) {
        return position.name().toLowerCase(Locale.ROOT);
    }

    private static Position position(@Nullable String role) {
        return switch (role) {
            case null -> Position.MEMBER;
            case "member" -> Position.MEMBER;
            case "admin" -> Position.ADMIN;
            default -> throw new Refused(Code.FIELD_INVALID, "role is member or admin.");
        };
    }
}
