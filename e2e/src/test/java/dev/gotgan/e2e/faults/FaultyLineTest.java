package dev.gotgan.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.e2e.faults.FaultProxy.Seen;
import dev.gotgan.e2e.parts.Bytes;
import dev.gotgan.e2e.parts.Gotgan;
import dev.gotgan.e2e.parts.RunningServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The line between the command line and a server that keeps the bytes itself.
class FaultyLineTest extends FaultsContract {
    private static FaultProxy proxy;
    private static Gotgan.Person person;

    @BeforeAll
    static void start() throws IOException {
        proxy = FaultProxy.before(Gotgan.server().url());
        person = Gotgan.person();
    }

    @AfterAll
    static void stop() {
        proxy.close();
    }

    @Override
    RunningServer server() {
        return Gotgan.server();
    }

    @Override
    URI address() {
        return proxy.url();
    }

    @Override
    FaultProxy proxy() {
        return proxy;
    }

    @Override
    String token() {
        return person.token();
    }

    @Override
    boolean isUpload(Seen request) {
        return request.method().equals("PUT");
    }

    @Override
    boolean isDownload(Seen request) {
        return request.method().equals("GET") && request.target().contains("signature=");
    }

    @Override
    Path copyOf(String dataset, Path to) {
        return Bytes.write(to, Bytes.below(Gotgan.live(server(), dataset), "meta.json"));
    }

    @Test
    void lostAnswersOfAnyCallAreAskedAbout() throws IOException {
        var source = Bytes.write(folder.resolve("source"), Map.of("a.txt", Bytes.of("a"), "b.txt", Bytes.of("b")));
        for (var call : new String[] {"/files", "/seal", "/commit"}) {
            proxy.trouble(Fault.ANSWER_LOST, 1, each -> isCall(each, call));
            proxy.trouble(Fault.SLOW_DOWN, 1, each -> isCall(each, call));
            proxy.trouble(Fault.CUT, 1, each -> isCall(each, call));
        }
        var pushed = push(source);
        assertThat(proxy.count(each -> isCall(each, "/commit"))).isEqualTo(4);
        assertThat(pushed.path("added").asInt()).isEqualTo(2);
        judge(pushed.path("dataset_id").asString(), source, 1);
    }

    private static boolean isCall(Seen request, String end) {
        return request.method().equals("POST")
                && request.target().contains("/uploads/")
                && request.target().endsWith(end);
    }
}
