package dev.gotgan.server.sharing;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gotgan.engine.catalog.Invitations;
import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.Role;
import dev.gotgan.engine.dataset.UserId;
import dev.gotgan.server.web.PublicAddress;
import dev.gotgan.server.web.Requires;
import dev.gotgan.server.web.Rule;
import dev.gotgan.server.web.WrongFields;
import dev.gotgan.server.web.problem.Code;
import dev.gotgan.server.web.problem.Problems;
import dev.gotgan.server.web.problem.Refused;
import dev.gotgan.server.web.signin.Secrets;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Links that bring people into a dataset. The link is the credential: whoever holds it gets in, once.
///
/* The secret stands in the fragment, which no browser sends to any server and no log ever holds. */
@RestController
final class InvitationsController {
    private static final int LONGEST_EMAIL = 254;

    private final Invitations invitations;
    private final PublicAddress address;

    InvitationsController(Invitations invitations, PublicAddress address) {
        this.invitations = invitations;
        this.address = address;
    }

    record InvitationRequest(
            @Nullable String email, @Nullable Role role) {}

    record AcceptRequest(@Nullable String token) {}

    record AcceptedView(DatasetId datasetId, Role role) {}

    /// @param url only in the answer to who made it
    record InvitationView(
            long id,
            String email,
            Role role,
            @Nullable UserId invitedBy,
            Instant createdAt,
            Instant expiresAt,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String url) {
        static InvitationView of(Invitations.Invitation made, @Nullable String url) {
            return new InvitationView(
                    made.id(), made.email(), made.role(), made.invitedBy(), made.created(), made.expires(), url);
        }
    }

    @GetMapping("/api/v1/datasets/{id}/invitations")
    @Requires(Rule.OWNER)
    List<InvitationView> list(@PathVariable DatasetId id) {
        return invitations.list(id).stream()
                .map(each -> InvitationView.of(each, null))
                .toList();
    }

    @PostMapping("/api/v1/datasets/{id}/invitations")
    @Requires(Rule.OWNER)
    @ResponseStatus(HttpStatus.CREATED)
    InvitationView invite(
            @PathVariable DatasetId id,
            @RequestBody InvitationRequest wanted,
            Actor actor,
            HttpServletRequest request) {
        var email = wanted.email() == null ? "" : wanted.email().strip();
        var role = wanted.role();
        new WrongFields()
                .unless(
                        email.length() <= LONGEST_EMAIL && email.indexOf('@') > 0 && WrongFields.plain(email),
                        "email",
                        "is an address as somebody@example.com")
                .unless(role == Role.EDITOR || role == Role.VIEWER, "role", "is viewer or editor")
                .refuse();
        var secret = Secrets.token();
        var made = invitations.create(id, email, role == null ? Role.VIEWER : role, Secrets.hash(secret), actor);
        return InvitationView.of(made, address.of(request) + "/invitation#" + secret);
    }

    @DeleteMapping("/api/v1/datasets/{id}/invitations/{invitation_id}")
    @Requires(Rule.OWNER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable DatasetId id, @PathVariable("invitation_id") long invitation, Actor actor) {
        if (!invitations.withdraw(id, invitation, actor)) {
            throw new Refused(Code.NOT_FOUND, "There is no such open invitation.");
        }
    }

    @PostMapping("/api/v1/invitations/accept")
    @Requires(Rule.LOGGED_IN)
    AcceptedView accept(@RequestBody AcceptRequest wanted, Actor actor) {
        var person = actor.findId().orElseThrow(Problems::noDataset);
        var token = wanted.token() == null ? "" : wanted.token().strip();
        return invitations
                .accept(Secrets.hash(token), person)
                .map(accepted -> new AcceptedView(accepted.dataset(), accepted.role()))
                .orElseThrow(() -> new Refused(
                        Code.NOT_FOUND,
                        "This invitation was used, withdrawn, or is older than a week; ask for another."));
    }
}
