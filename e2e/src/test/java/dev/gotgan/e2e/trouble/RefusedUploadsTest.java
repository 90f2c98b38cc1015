package dev.gotgan.e2e.trouble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.e2e.parts.Bytes;
import dev.gotgan.e2e.parts.Client;
import dev.gotgan.e2e.parts.Client.Part;
import dev.gotgan.e2e.parts.Gotgan;
import dev.gotgan.e2e.parts.RunningServer;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What can't be taken in gets its code, and leaves no trace.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusedUploadsTest {
    private RunningServer server;
    private Client client;
    private String token;
    private String id;

    @BeforeAll
    void aServerWithADataset() {
        server = RunningServer.start(Gotgan.freshFolder("refused"));
        token = Client.newToken(server.url(), Gotgan.ADMIN, server.adminPassword());
        client = Client.withToken(server.url(), token);
        var made = client.upload(
                "/api/v1/datasets/upload",
                List.of(
                        Part.field("name", "before"),
                        Part.field("id", "cls-before"),
                        Part.file("a/x.txt", Bytes.of("x")),
                        Part.file("a/y.txt", Bytes.of("y"))));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        id = made.json().path("dataset_id").asString();
    }

    @AfterAll
    void end() {
        server.close();
    }

    static Stream<Arguments> bad() {
        var good = Bytes.zip(Map.of("images/a.bin", Bytes.of("a"), "images/b.bin", Bytes.of("b")));
        return Stream.of(
                Arguments.of("text called zip", Bytes.of("I am no archive.\n"), "archive_type_mismatch"),
                Arguments.of("nothing at all", Bytes.of(""), "archive_empty"),
                Arguments.of("an empty archive", Bytes.zip(Map.of()), "archive_empty"),
                Arguments.of("names that climb out", Bytes.zip(Map.of("../../etc/x", Bytes.of("x"))), "path_traversal"),
                Arguments.of(
                        "a path twice",
                        named(Bytes.zip(Map.of("images/a.bin", Bytes.of("a"), "images/b.bin", Bytes.of("b")))),
                        "path_collision"),
                Arguments.of("2 GB declared in 10 kB", declaring(good, Integer.MAX_VALUE), "archive_bomb_ratio"),
                Arguments.of("cut in the middle", Arrays.copyOf(good, good.length / 2), "archive_truncated"),
                Arguments.of(
                        "a bomb of 300 MB in 300 kB",
                        Bytes.zip(Map.of("zeros.bin", new byte[300 << 20])),
                        "archive_bomb_ratio"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("bad")
    void whatIsNoGoodArchiveIsRefusedAndLeavesNoTrace(String what, byte[] archive, String code) {
        var before = Everything.of(server, server.bucket());
        var file = new Part("file", "upload.zip", archive);
        for (String path : List.of("/api/v1/datasets/upload", "/api/v1/datasets/" + id + "/upload")) {
            var answer = client.upload(path, List.of(file));
            assertThat(answer.status()).as(what + ": " + answer).isEqualTo(422);
            assertThat(answer.code()).as(what + ": " + answer).isEqualTo(code);
            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        }
        assertThat(Everything.of(server, server.bucket())).isEqualTo(before);
    }

    @Test
    void anIdThatIsTakenIsSaidSo() {
        var before = Everything.of(server, server.bucket());
        var parts =
                List.of(Part.field("name", "again"), Part.field("id", "cls-before"), Part.file("b.txt", Bytes.of("b")));
        var answer = client.upload("/api/v1/datasets/upload", parts);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("id_taken");
        assertThat(Everything.of(server, server.bucket())).isEqualTo(before);
    }

    @Test
    void aClientThatStopsHalfWayChangesNothing() throws IOException {
        var before = Everything.of(server, server.bucket());
        var body = Client.body(List.of(Part.file("half.bin", new byte[4 << 20])));
        try (var socket = new Socket(server.url().getHost(), server.url().getPort())) {
            var out = socket.getOutputStream();
            out.write(("POST /api/v1/datasets/" + id + "/upload HTTP/1.1\r\nHost: "
                            + server.url().getAuthority()
                            + "\r\nAuthorization: Bearer " + token
                            + "\r\nContent-Type: multipart/form-data; boundary=" + Client.BOUNDARY
                            + "\r\nContent-Length: " + body.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(body, 0, body.length / 2);
            out.flush();
            Gotgan.eventually(
                    "half of it is in the spool",
                    () -> !Bytes.below(server.data().resolve("tmp")).isEmpty());
        }
        assertThat(Everything.of(server, server.bucket())).isEqualTo(before);
        assertThat(client.get("/healthz").status()).isEqualTo(200);
    }

    /// The same name for both entries, in the local headers and in the directory.
    private static byte[] named(byte[] zip) {
        return replaced(zip, "images/b.bin", "images/a.bin");
    }

    private static byte[] replaced(byte[] zip, String from, String to) {
        String text = new String(zip, StandardCharsets.ISO_8859_1);
        return text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
    }

    /// The first entry of the directory says that it has `size` bytes.
    private static byte[] declaring(byte[] zip, int size) {
        var changed = zip.clone();
        int at = new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\1\2") + 24;
        for (int i = 0; i < 4; i++) {
            changed[at + i] = (byte) (size >>> (8 * i));
        }
        return changed;
    }
}
