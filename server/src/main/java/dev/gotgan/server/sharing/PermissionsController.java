package dev.gotgan.server.sharing;

import dev.gotgan.engine.catalog.Permissions;
import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.Role;
import dev.gotgan.engine.dataset.UserId;
import dev.gotgan.server.web.Requires;
import dev.gotgan.server.web.Rule;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The roles that people have on a dataset.
@RestController
final class PermissionsController {
    private final Share share;

    PermissionsController(Share share) {
        this.share = share;
    }

    record GrantRequest(
            @Nullable Integer userId,
            @Nullable String email,
            @Nullable Role role) {}

    record GrantView(
            UserId userId,
            String email,
            String name,
            Role role,
            @Nullable UserId grantedBy,
            Instant grantedAt) {
        static GrantView of(Permissions.Grant grant) {
            return new GrantView(
                    grant.person(), grant.email(), grant.name(), grant.role(), grant.grantedBy(), grant.grantedAt());
        }
    }

    @GetMapping("/api/v1/datasets/{id}/permissions")
    @Requires(Rule.OWNER)
    List<GrantView> list(@PathVariable DatasetId id) {
        return share.with(id).stream().map(GrantView::of).toList();
    }

    @PostMapping("/api/v1/datasets/{id}/permissions")
    @Requires(Rule.OWNER)
    ResponseEntity<GrantView> grant(@PathVariable DatasetId id, @RequestBody GrantRequest wanted, Actor actor) {
        var done = share.grant(id, wanted, actor);
        var status = done.kind() == Permissions.Granted.ADDED ? HttpStatus.CREATED : HttpStatus.OK;
        return ResponseEntity.status(status).body(GrantView.of(done.grant()));
    }

    @DeleteMapping("/api/v1/datasets/{id}/permissions/{user_id}")
    @Requires(Rule.OWNER_OR_SELF)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable DatasetId id, @PathVariable("user_id") int person, Actor actor) {
        share.revoke(id, person, actor);
    }
}
