/// The one write path: a session plans what it will change, the bytes arrive, and one database transaction
/// makes it
/// the new head. Upload, labels-only, delete, rollback and adopt differ only in where the bytes come from.
@NullMarked
package dev.gotgan.engine.commit;

import org.jspecify.annotations.NullMarked;
