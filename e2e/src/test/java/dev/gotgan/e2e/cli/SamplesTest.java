package dev.gotgan.e2e.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gotgan.e2e.parts.CommandLine;
import dev.gotgan.e2e.parts.Gotgan;
import dev.gotgan.e2e.parts.Pictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplesTest {
    @TempDir
    Path folder;

    @Test
    void anAdminOffersASampleThatEverybodySeesAndNobodyOwns() throws IOException {
        var source = folder.resolve("sample");
        for (String place : new String[] {"train/cat/1.jpg", "train/dog/2.jpg", "val/cat/3.jpg", "val/dog/4.jpg"}) {
            Files.createDirectories(source.resolve(place).getParent());
            Files.write(source.resolve(place), Pictures.jpeg(place.hashCode()));
        }
        String id = "cls-sample-" + Long.toString(System.nanoTime(), 36);
        var admin = new CommandLine(Gotgan.server(), Gotgan.adminToken(), folder.resolve("home"));
        var uploaded = admin.run("samples", "upload", source.toString(), "--id", id);
        assertThat(uploaded.exit()).as(uploaded.err()).isZero();

        var shown = Gotgan.anonymous().get("/api/v1/datasets/" + id).json();
        assertThat(shown.path("visibility").asString()).isEqualTo("public");
        assertThat(shown.path("owner").isNull()).isTrue();
        assertThat(shown.path("tags").toString()).contains("platform-sample");
        assertThat(shown.path("format").asString()).isEqualTo("imagefolder");
        assertThat(shown.path("class_names").toString()).isEqualTo("[\"cat\",\"dog\"]");
        assertThat(shown.path("splits").path("train").asInt()).isEqualTo(2);
        assertThat(Gotgan.anonymous()
                        .get("/api/v1/datasets/available?tags=platform-sample")
                        .text())
                .contains(id);

        var stranger = new CommandLine(Gotgan.server(), Gotgan.person().token(), folder.resolve("home"));
        assertThat(stranger.run("samples", "upload", source.toString()).exit()).isEqualTo(3);
        assertThat(stranger.run("rm", id, "--storage", "--yes").exit()).isEqualTo(3);
        assertThat(admin.run("samples", "upload", source.toString(), "--id", id).exit())
                .as("the id is taken")
                .isEqualTo(5);
    }
}
