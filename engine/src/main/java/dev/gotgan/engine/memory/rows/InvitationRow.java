package dev.gotgan.engine.memory.rows;

import dev.gotgan.engine.catalog.Invitations.Invitation;
import dev.gotgan.engine.content.Sha256;

/// A link that was made.
public final class InvitationRow {
    public final Invitation invitation;
    public final Sha256 hash;
    public boolean accepted;

    public InvitationRow(Invitation invitation, Sha256 hash) {
        this.invitation = invitation;
        this.hash = hash;
    }
}
