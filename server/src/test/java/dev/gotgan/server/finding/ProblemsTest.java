package dev.gotgan.server.finding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.server.running.Answer;
import dev.gotgan.server.running.Client;
import dev.gotgan.server.running.RunningServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// `GET /datasets/{id}/problems`: what was found, in pages, by severity, in the language of who asks.
class ProblemsTest {
    private static final String BOUNDARY = "----gotgan-problems";

    private final RunningServer server = RunningServer.shared();
    private final Client admin = Client.signedIn(server, RunningServer.ADMIN, RunningServer.PASSWORD);

    @Test
    void problemsNameFileLineAndValueAndTheGravestComeFirst() throws IOException {
        var problems = problems(upload());
        var all = rows(admin.get(problems));
        assertThat(all)
                .extracting(ProblemsTest::said)
                .containsExactly(
                        "error xml_cut d.xml 1",
                        "warning box_degenerate a.xml 1",
                        "warning box_degenerate b.xml 1",
                        "warning label_orphan gone.xml 0");
        var first = all.get(1);
        assertThat(first.path("value").asString()).isEqualTo("cat 5 5 5 9");
        assertThat(first.path("count").asInt()).isEqualTo(1);
        assertThat(first.path("reason").asString()).isEqualTo("label_range");
        assertThat(first.path("message").asString()).startsWith("The box has no area");
        assertThat(first.has("pointer")).isFalse();
    }

    @Test
    void theMessageIsInTheLanguageOfWhoAsks() throws IOException {
        var problems = problems(upload());
        var korean = Client.signedIn(server, RunningServer.ADMIN, RunningServer.PASSWORD)
                .header("Accept-Language", "ko-KR,ko;q=0.9,en;q=0.5");
        assertThat(rows(korean.get(problems)).get(1).path("message").asString()).startsWith("상자의 넓이가 없습니다");
    }

    @Test
    void pagesGoOnWhereTheLastEndedEvenIfTheHeadMoves() throws IOException {
        var dataset = upload();
        var problems = problems(dataset);
        var seen = new ArrayList<>(rows(admin.get(problems + "?limit=3")));
        var link = admin.get(problems + "?limit=3&totals=true");
        assertThat(link.header("X-Total-Count")).isEqualTo("4");
        var next = link.header("Link").replaceAll(".*<(.*)>.*", "$1");
        assertThat(admin.delete("/api/v1/datasets/" + dataset).status()).isEqualTo(200);
        assertThat(admin.get(next).status()).isEqualTo(404);
        assertThat(admin.send("POST", "/api/v1/datasets/" + dataset + "/restore", null)
                        .status())
                .isEqualTo(200);
        seen.addAll(rows(admin.get(next)));
        assertThat(seen).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void aSeverityOrAKindIsChosenAndUnknownWordsAreRefused() throws IOException {
        var problems = problems(upload());
        assertThat(rows(admin.get(problems + "?severity=error"))).hasSize(1);
        assertThat(rows(admin.get(problems + "?kind=label_orphan"))).hasSize(1);
        assertThat(rows(admin.get(problems + "?severity=info&kind=label_orphan")))
                .isEmpty();
        for (var wrong : List.of("severity=bad", "kind=bad", "cursor=bad", "cursor=AAAA", "limit=0")) {
            assertThat(admin.get(problems + "?" + wrong).code()).as(wrong).isEqualTo("invalid_parameter");
        }
    }

    @Test
    void strangersReadThoseOfPublicDatasetsOnly() throws IOException {
        var dataset = upload();
        var problems = problems(dataset);
        assertThat(Client.of(server).get(problems).status()).isEqualTo(404);
        var published = admin.put("/api/v1/datasets/" + dataset, "{\"visibility\": \"public\"}");
        assertThat(published.status()).as(published.toString()).isEqualTo(200);
        assertThat(rows(Client.of(server).get(problems))).hasSize(4);
    }

    @Test
    void theDatasetItselfSumsThemUp() throws IOException {
        var found = admin.get("/api/v1/datasets/" + upload()).json();
        assertThat(found.path("training_ready").asBoolean()).isFalse();
        assertThat(found.path("findings").path("errors").asInt()).isEqualTo(1);
        assertThat(found.path("findings").path("warnings").asInt()).isEqualTo(3);
        var kinds = StreamSupport.stream(found.path("findings").path("kinds").spliterator(), false)
                .map(kind -> kind.path("severity").asString() + " "
                        + kind.path("kind").asString() + " "
                        + kind.path("count").asInt())
                .toList();
        assertThat(kinds).containsExactly("error xml_cut 1", "warning box_degenerate 2", "warning label_orphan 1");
    }

    private static String problems(String dataset) {
        return "/api/v1/datasets/" + dataset + "/problems";
    }

    private static List<JsonNode> rows(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return StreamSupport.stream(answer.json().spliterator(), false).toList();
    }

    private static String said(JsonNode row) {
        return "%s %s %s %d"
                .formatted(
                        row.path("severity").asString(),
                        row.path("kind").asString(),
                        row.path("path").asString(),
                        row.path("line").asInt(0));
    }

    /// Two annotations with an empty box, one that broke off, one without its image.
    private String upload() throws IOException {
        var files = new TreeMap<String, byte[]>();
        files.put("a.png", png(20));
        files.put("b.png", png(21));
        files.put("c.png", png(22));
        files.put("d.png", png(23));
        files.put("a.xml", xml(20, 5).getBytes(UTF_8));
        files.put("b.xml", xml(21, 5).getBytes(UTF_8));
        files.put("c.xml", xml(22, 9).getBytes(UTF_8));
        files.put("d.xml", xml(23, 9).substring(0, 60).getBytes(UTF_8));
        files.put("gone.xml", xml(24, 9).getBytes(UTF_8));
        var body = BodyPublishers.ofByteArray(form(files));
        var type = "multipart/form-data; boundary=" + BOUNDARY;
        var answer = admin.send("POST", "/api/v1/datasets/upload", type, body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().path("dataset_id").asString();
    }

    private static byte[] form(Map<String, byte[]> files) throws IOException {
        var form = new ByteArrayOutputStream();
        form.write(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nboxes\r\n")
                .getBytes(UTF_8));
        for (var file : files.entrySet()) {
            var head = "--%s\r\nContent-Disposition: form-data; name=\"files\"; filename=\"%s\"\r\n\r\n"
                    .formatted(BOUNDARY, file.getKey());
            form.write(head.getBytes(UTF_8));
            form.write(file.getValue());
            form.write("\r\n".getBytes(UTF_8));
        }
        form.write(("--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
        return form.toByteArray();
    }

    private static byte[] png(int side) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    private static String xml(int side, int right) {
        return ("<annotation><size><width>%d</width><height>%d</height></size><object><name>cat</name><bndbox><xmin>5</xmin>"
                        + "<ymin>5</ymin><xmax>%d</xmax><ymax>9</ymax></bndbox></object></annotation>")
                .formatted(side, side, right);
    }
}
