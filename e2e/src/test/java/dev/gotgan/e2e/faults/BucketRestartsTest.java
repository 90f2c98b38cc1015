package dev.gotgan.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.e2e.parts.CommandLine;
import dev.gotgan.e2e.parts.RunningServer;
import dev.gotgan.e2e.parts.S3Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A server whose bytes lie in a bucket: they go on while it does not.
class BucketRestartsTest extends RestartsContract {
    private static final String PREFIX = "s3://" + S3Server.BUCKET + "/team";

    private @Nullable S3Server s3;
    private @Nullable FaultProxy line;

    @Override
    Map<String, String> openStore(Path data) throws Exception {
        var started = S3Server.start(data.resolveSibling("buckets"));
        s3 = started;
        line = FaultProxy.before(started.url());
        var settings = new HashMap<>(S3Server.environment(line.url()));
        settings.put("GOTGAN_STORE", PREFIX);
        return settings;
    }

    @Override
    void prepare(CommandLine cli) {
        assertThat(cli.run("store", "doctor", "--json").out()).contains("\"live\"");
        bytes(null).takeSeen();
    }

    @Override
    void closeStore() {
        if (line != null) {
            line.close();
        }
        if (s3 != null) {
            s3.close();
        }
    }

    @Override
    FaultProxy bytes(@Nullable FaultProxy server) {
        if (line == null) {
            throw new IllegalStateException("no store yet");
        }
        return line;
    }

    @Override
    Path copyOf(RunningServer server, String dataset, Path to) throws IOException {
        if (s3 == null) {
            throw new IllegalStateException("no store yet");
        }
        Files.createDirectories(to);
        s3.aws("sync", PREFIX + "/datasets/" + dataset + "/", to.toString(), "--quiet", "--exclude", "meta.json");
        return to;
    }
}
