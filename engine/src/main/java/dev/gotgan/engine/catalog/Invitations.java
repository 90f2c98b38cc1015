package dev.gotgan.engine.catalog;

import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.Role;
import dev.gotgan.engine.dataset.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Links that bring a person into a dataset, each once, known by the hash of their secret: **the link is
/// the credential**, whatever e-mail stands beside it. Each call is one transaction; times are the
/// database's; changes leave an audit entry.
public interface Invitations {
    /// How long a link is good for.
    Duration LIFE = Duration.ofDays(7);

    /// @param hash of a secret of at least 128 random bits
    Invitation create(DatasetId dataset, String email, Role role, Sha256 hash, Actor by);

    /// Those of a dataset that nobody accepted, newest first, expired ones too.
    List<Invitation> list(DatasetId dataset);

    /// Ends a link.
    ///
    /// @return whether the dataset had such a link that nobody accepted
    boolean withdraw(DatasetId dataset, long invitation, Actor by);

    /// Whether a secret would be accepted now.
    boolean isOpen(Sha256 hash);

    /// Gives `person` the role, and uses the link up. Whoever has that role or a higher one keeps it.
    ///
    /// @return empty, and nothing was changed, if the link is unknown, used or expired, its dataset is not live,
    ///     or who made it could not make it any more: no link lasts longer than its inviter's right to invite
    Optional<Accepted> accept(Sha256 hash, UserId person);

    /// @param invitedBy null for a person who is gone
    record Invitation(
            long id,
            DatasetId dataset,
            String email,
            Role role,
            @Nullable UserId invitedBy,
            Instant created,
            Instant expires) {}

    /// @param role that the person has now
    record Accepted(DatasetId dataset, Role role) {}
}
