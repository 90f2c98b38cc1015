package dev.gotgan.engine.catalog;

import dev.gotgan.engine.dataset.Actor;
import dev.gotgan.engine.dataset.DatasetId;
import dev.gotgan.engine.dataset.Role;
import dev.gotgan.engine.dataset.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who has which role on a dataset. Each call is one transaction; changes leave an audit entry.
public interface Permissions {
    /// The owner first, if there is one, then in the order of granting.
    List<Grant> list(DatasetId dataset);

    /// Gives a role or changes it. The dataset's owner keeps what they are: nothing is written for them.
    Granted grant(DatasetId dataset, UserId person, Role role, Actor by);

    /// Takes a role away.
    ///
    /// @return whether the person had a role; the owner's can't be revoked
    boolean revoke(DatasetId dataset, UserId person, Actor by);

    /// A person's role on a dataset.
    ///
    /// @param grantedBy null for the owner, for Gotgan itself, and for a person who is gone
    record Grant(
            UserId person,
            String email,
            String name,
            Role role,
            @Nullable UserId grantedBy,
            Instant grantedAt) {}

    /// What [#grant] did.
    enum Granted {
        ADDED,
        CHANGED,
        /// The person is the dataset's owner.
        OWNS_IT
    }
}
