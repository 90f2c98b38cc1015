package dev.gotgan.server.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.server.running.Answer;
import dev.gotgan.server.running.Client;
import dev.gotgan.server.running.Form;
import dev.gotgan.server.running.People;
import dev.gotgan.server.running.RunningServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever somebody sends, they are told what was wrong with it: a 4xx with its code, never a page, a trace or a 5xx.
class HostileRequestsTest {
    private static final String DATASETS = "/api/v1/datasets";

    private final RunningServer server = RunningServer.shared();
    private final Client me = new People(server).somebody("mallory").client();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":",
                "",
                "null",
                "[]",
                "\"x\"",
                "{\"name\": 1}",
                "{\"name\": 1e999999999}",
                "{\"name\": true}",
                "{\"name\": {}}",
                "{\"name\": \"a\", \"name\": \"b\"}",
                "{\"name\": \"a\"} {}",
                "{\"name\": NaN}",
                "{\"name\": \"a\", \"tags\": [null]}",
                "{\"name\": \"a\", \"tags\": \"b\"}",
                "{\"name\": \"a\", \"visibility\": \"secret\"}",
                "{\"name\": \"a\", \"task_type\": \"OBJECT_DETECTION\"}"
            })
    void aBodyThatIsNotWhatItMustBeIsABadRequest(String body) {
        assertThat(me.post(DATASETS, body)).satisfies(answer -> {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.code()).isEqualTo("invalid_parameter");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\": \" \"}",
                "{\"name\": \"a\\u0000b\"}",
                "{\"name\": \"\\ud800\"}",
                "{\"name\": \"a\", \"description\": \"\\u0000\"}",
                "{\"name\": \"a\", \"tags\": [\"\\udc00\"]}",
                "{\"name\": \"a\", \"visibility\": \"organization\"}"
            })
    void aBodyThatCanNotBeMeantIsRefused(String body) {
        assertThat(me.post(DATASETS, body).code()).isEqualTo("field_invalid");
    }

    @Test
    void anUnknownKeyIsRefusedByName() {
        var answer = me.post(DATASETS, "{\"name\": \"a\", \"owner_id\": 1}");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("field_unknown");
        assertThat(answer.json().at("/errors/0/path").asString()).isEqualTo("owner_id");
    }

    @Test
    void aBodyTooLongOrTooDeepIsTooLarge() {
        var deep = "{\"a\": ".repeat(2000) + "1" + "}".repeat(2000);
        assertThat(me.put(DATASETS + "/" + dataset(), deep).code()).isEqualTo("payload_too_large");
        assertThat(me.post(DATASETS, "{\"name\": \"" + "a".repeat(17 << 20) + "\"}")
                        .code())
                .isEqualTo("payload_too_large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=1001",
                "limit=-1",
                "limit=x",
                "limit=99999999999",
                "sort=NEWEST",
                "task_type=x",
                "format=YOLO",
                "visibility=secret",
                "owner=1",
                "totals=maybe",
                "cursor=x",
                "cursor=%F0%9F%98%80",
                "q=%FF",
                "q=%ED%A0%80",
                "q=%zz"
            })
    void aQueryThatCanNotBeReadIsABadRequest(String query) throws IOException {
        assertThat(raw("GET " + DATASETS + "/available?" + query + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ")
                .contains("\"code\":\"invalid_parameter\"");
    }

    @ParameterizedTest
    @CsvSource({
        "../x, 422, path_traversal",
        "%2e%2e%2fx, 422, path_traversal",
        "/etc/passwd, 422, path_absolute",
        "a%00b, 422, path_control_char",
        "a%5Cb, 422, path_ambiguous",
        "a%252fb, 422, path_ambiguous",
        "nothing, 404, file_not_found",
        "%FF, 400, invalid_parameter"
    })
    void aPathThatLeadsNowhereGoodIsRefused(String path, int status, String code) {
        var answer = me.get(DATASETS + "/" + dataset() + "/file?path=" + path);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }

    @Test
    void aNulIsNowhereAStartOfAPath() {
        assertThat(me.get(DATASETS + "/" + dataset() + "/files?prefix=a%00").code())
                .isEqualTo("invalid_parameter");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"UPPER", "%20", "a%25", "..%3b", "%ED%A0%80", "%F0%9F%98%80", "x;y=z", "{id}", "%27%20or%201=1--"
            })
    void anIdThatIsNoneIsNoDataset(String id) throws IOException {
        var answer = raw("GET " + DATASETS + "/" + id + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(answer).matches("(?s)HTTP/1.1 (404|400) .*").contains("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"paths\": [null]}", "{\"paths\": [1]}", "{\"paths\": {}}"})
    void aListOfPathsHoldsTexts(String body) {
        var address = DATASETS + "/" + dataset();
        assertThat(me.post(address + "/download-urls", body).code()).isEqualTo("invalid_parameter");
        assertThat(me.send("DELETE", address + "/files", body).code()).isEqualTo("invalid_parameter");
    }

    @Test
    void aDeletionWithoutPathsIsRefused() {
        assertThat(me.send("DELETE", DATASETS + "/" + dataset() + "/files", "{}")
                        .code())
                .isEqualTo("field_invalid");
    }

    @ParameterizedTest
    @CsvSource({"text/plain, 415", "application/xml, 415", "application/x-www-form-urlencoded, 415"})
    void aBodyOfAnotherTypeIsRefused(String type, int status) {
        assertThat(me.send("POST", DATASETS, type, BodyPublishers.ofString("{}"))
                        .status())
                .isEqualTo(status);
    }

    @Test
    void whoAcceptsNoJsonIsTold() {
        me.header("Accept", "image/png");
        assertThat(me.get(DATASETS + "/available").code()).isEqualTo("not_acceptable");
        assertThat(me.get("/api/v1/nothing").code()).isEqualTo("not_found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PATCH", "PUT", "DELETE", "FOO"})
    void anotherMethodIsNotAllowedAndTheOnesThatAreAreNamed(String method) {
        Answer answer = me.send(method, DATASETS + "/available/", null);
        assertThat(answer.code()).isIn("method_not_allowed", "not_found", "dataset_not_found", "invalid_parameter");
        var wrong = me.send(method, "/healthz", null);
        assertThat(wrong.code()).isEqualTo("method_not_allowed");
        assertThat(wrong.header("Allow")).contains("GET");
    }

    @ParameterizedTest
    @CsvSource({
        "CONNECT /healthz HTTP/1.1|Host: x, 405, method_not_allowed",
        "GET /healthz HTTP/9.9|Host: x, 400, header_invalid",
        "GET /healthz HTTP/1.1, 400, header_invalid",
        "GET /healthz HTTP/1.1|Host: a|Host: b, 400, header_invalid",
        "POST /api/v1/datasets HTTP/1.1|Host: x|Transfer-Encoding: gzip, 400, header_invalid",
        "POST /api/v1/datasets HTTP/1.1|Host: x|Content-Length: -1, 400, header_invalid",
        "POST /api/v1/datasets HTTP/1.1|Host: x|Expect: miracles, 400, header_invalid",
        "GET /..;/x HTTP/1.1|Host: x, 400, header_invalid",
        "TRACE / HTTP/1.1|Host: x, 405, method_not_allowed"
    })
    void aRequestThatNeverReachesUsIsAnsweredAlike(String request, int status, String code) throws IOException {
        assertThat(raw(request.replace("|", "\r\n") + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 " + status + " ")
                .contains("application/problem+json", "\"code\":\"" + code + "\"");
    }

    @Test
    void aPartThatSaysTwiceWhatItIsIsRefused() {
        var body = """
                --b
                Content-Disposition: form-data; name="files"; filename="a"
                Content-Disposition: form-data; name="message"

                x
                --b--
                """.replace("\n", "\r\n");
        var answer = me.send(
                "POST",
                DATASETS + "/" + dataset() + "/upload",
                "multipart/form-data; boundary=b",
                BodyPublishers.ofString(body));
        assertThat(answer.code()).isEqualTo("multipart_invalid");
    }

    private String dataset() {
        var form = new Form().field("name", "small").file("a.txt", "a");
        return me.upload(DATASETS + "/upload", form).json().path("dataset_id").asString();
    }

    /// What comes back for bytes that no client would send.
    private String raw(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
