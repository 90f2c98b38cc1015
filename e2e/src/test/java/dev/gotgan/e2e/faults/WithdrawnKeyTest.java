package dev.gotgan.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.e2e.parts.Bytes;
import dev.gotgan.e2e.parts.CommandLine;
import dev.gotgan.e2e.parts.Gotgan;
import dev.gotgan.e2e.parts.OwnDatabase;
import dev.gotgan.e2e.parts.S3Server;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// The bucket's owner takes the server's key away in the middle of a push, and gives it back.
class WithdrawnKeyTest {
    private static final int FILES = 60;
    private static final int BEFORE = 20;

    @TempDir
    Path folder;

    @Test
    void whatTheStoreSaysIsShownAndThePushGoesOnOnceTheKeyIsGoodAgain() throws Exception {
        var data = Gotgan.freshFolder("withdrawn");
        var s3 = S3Server.startWithAccount(data.resolveSibling("buckets"));
        try (var stand = BucketStand.open(s3, data, Map.of())) {
            var source = tree();
            var cli = new CommandLine(stand.server(), stand.token(), folder.resolve("home"));
            var came = new AtomicInteger();
            stand.line().trouble(Fault.CUT, Integer.MAX_VALUE, each -> {
                if (BucketStand.isUpload(each) && came.getAndIncrement() == BEFORE) {
                    s3.withdrawKey();
                }
                return false;
            });

            var refused = cli.run("push", source.toString());
            assertThat(refused.exit()).isEqualTo(1);
            assertThat(refused.err()).contains("unavailable: The store refuses", "answered 403");
            try (var database = OwnDatabase.of(stand.server())) {
                assertThat(database.number("select count(*) from commits")).isZero();
            }
            int arrived = stand.line().count(BucketStand::isUpload);
            assertThat(arrived).isGreaterThan(BEFORE);

            s3.grantKey();
            stand.line().noMoreTrouble();
            stand.line().takeSeen();
            var pushed = cli.run("push", source.toString(), "--json");
            assertThat(pushed.exit()).as(pushed.err()).isZero();
            assertThat(stand.line().count(BucketStand::isUpload))
                    .as("only what had not arrived, give or take what was under way")
                    .isBetween(FILES - BEFORE - 16, FILES - BEFORE + 16);
            var id = JsonMapper.shared()
                    .readTree(pushed.out())
                    .path("dataset_id")
                    .asString();
            new Inspection(stand.server(), dataset -> stand.copyOf(dataset, folder.resolve("seen")))
                    .judge(id, source, 1);
            try (var database = OwnDatabase.of(stand.server())) {
                assertThat(database.column("select id from datasets")).isEqualTo(List.of(id));
            }
        }
    }

    private Path tree() {
        var files = new TreeMap<String, byte[]>();
        for (int i = 0; i < FILES; i++) {
            files.put("labels/%03d.txt".formatted(i), Bytes.of("0 0.5 0.5 0.%d 0.1\n".formatted(1000 + i)));
        }
        return Bytes.write(folder.resolve("source"), files);
    }
}
