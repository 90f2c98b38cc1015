package dev.gotgan.server.web.config;

import dev.gotgan.catalog.postgres.DatabaseUrl;
import dev.gotgan.store.s3.S3Address;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that can be set. Each feature is handed its own part and nothing else.
///
/// @param data the folder of everything that Gotgan keeps itself
public record Settings(Path data, Http http, Storage storage, SignIn signIn, Upload upload, Analyze analyze) {
    /// Where uploads lie until they are known to be good.
    public Path spool() {
        return data.resolve("tmp");
    }

    /// Where the server listens, and how the world reaches it.
    ///
    /// @param port      0: any that is free
    /// @param publicUrl null: by where it listens
    public record Http(String host, int port, @Nullable URI publicUrl, List<AddressRange> trustedProxies) {
        public boolean encrypted() {
            return publicUrl != null && "https".equals(publicUrl.getScheme());
        }
    }

    /// Where bytes and records are.
    ///
    /// @param store    folder of the embedded store, where there is no bucket
    /// @param bucket   null: the embedded store
    /// @param database null: our own PostgreSQL below `data`
    public record Storage(
            Path store,
            @Nullable S3Address bucket,
            @Nullable DatabaseUrl database) {}

    /// Who may come in.
    ///
    /// @param adminEmail    null: `admin@localhost`
    /// @param adminPassword null: a random one; both only count while there is no admin
    public record SignIn(
            Registration registration,
            Anonymous anonymous,
            @Nullable String adminEmail,
            @Nullable String adminPassword) {}

    public enum Registration {
        CLOSED,
        /// Whoever holds an invitation to a dataset.
        INVITE,
        OPEN
    }

    /// Whether public datasets are shown to callers who are not signed in.
    public enum Anonymous {
        TRUE,
        FALSE
    }

    /// How much one upload may bring.
    ///
    /// @param maxBytes as sent, and again as it is unpacked
    public record Upload(long maxBytes) {}

    /// Folders of the server that may be looked into.
    ///
    /// @param roots empty: none
    public record Analyze(List<Path> roots) {}
}
