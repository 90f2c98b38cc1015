package dev.gotgan.engine.publish;

import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.store.Etag;
import dev.gotgan.engine.store.Key;
import org.jspecify.annotations.Nullable;

/// One path of the live tree that may differ from the head.
///
/// @param live     the path's own key in the live tree
/// @param wanted   what the head has at this path; null when it shall be gone
/// @param source   a durable copy of `wanted`; null where there is none
/// @param found    what we last published here; null when nothing, or when it is not known (an aborted direct
///                 upload)
/// @param keep     whether a retained row of this path needs `found` and no durable copy has it
public record PublishRow(
        LogicalPath path,
        Key live,
        @Nullable FileEntry wanted,
        @Nullable Key source,
        @Nullable Found found,
        boolean keep) {
    /// What `published` says lies at the live key.
    public record Found(Sha256 sha256, long size, Etag etag) {}
}
