package dev.gotgan.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.server.running.Client;
import dev.gotgan.server.running.RunningServer;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class StoreDoctorTest {
    private static final String DOCTOR = "/api/v1/store/doctor";
    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.with(Map.of());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void anAdminHasTheStoreExaminedAndFindsTheReportAgain() {
        var admin = Client.signedIn(server, RunningServer.ADMIN, RunningServer.PASSWORD);
        assertThat(admin.get(DOCTOR).json().path("examined_at").isNull()).isTrue();
        var started = admin.post(DOCTOR, "{}");
        assertThat(started.status()).as("%s", started).isEqualTo(202);
        var task = ended(admin, started.json().path("task_id").asString());
        assertThat(task.path("status").asString()).as("%s", task).isEqualTo("succeeded");
        var report = task.path("result");
        assertThat(admin.get(DOCTOR).json()).isEqualTo(report);
        assertThat(report.path("direct_upload").asString()).isEqualTo("live");
        assertThat(report.path("cors").path(0).path("AllowedOrigins").path(0).asString())
                .isEqualTo(server.address());
        var kept = new TreeMap<String, String>();
        report.path("probes")
                .forEach(probe -> kept.put(
                        probe.path("probe").asString(), probe.path("passed").toString()));
        assertThat(kept)
                .containsEntry("conditional_put", "true")
                .containsEntry("checksum", "true")
                .containsEntry("copy_source", "true")
                .containsEntry("list_order", "true")
                .containsEntry("cors_preflight", "null")
                .hasSize(11);
        assertThat(server.store().list("doctor/", null, 10)).isEmpty();
    }

    @Test
    void nobodyElseMayAsk() {
        var nobody = Client.browser(server);
        assertThat(nobody.get(DOCTOR).status()).isEqualTo(401);
        assertThat(nobody.post(DOCTOR, "{}").status()).isEqualTo(401);
    }

    private static JsonNode ended(Client admin, String task) {
        while (true) {
            var now = admin.get("/api/v1/tasks/" + task).json();
            if (!now.path("status").asString().equals("running")) {
                return now;
            }
            Thread.onSpinWait();
        }
    }
}
