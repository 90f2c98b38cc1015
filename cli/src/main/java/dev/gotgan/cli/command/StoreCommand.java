package dev.gotgan.cli.command;

import dev.gotgan.cli.http.Api;
import dev.gotgan.cli.http.Problem;
import dev.gotgan.cli.screen.Output;
import dev.gotgan.cli.screen.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/// What an admin does with the store behind the server.
@Command(name = "store", description = "Examine the store behind the server.", subcommands = StoreCommand.Doctor.class)
public final class StoreCommand {
    private static final String DOCTOR = "/api/v1/store/doctor";
    private static final long STEP = TimeUnit.MILLISECONDS.toNanos(200);

    @Command(
            name = "doctor",
            description = "Try what Gotgan relies on, and tell what it does where the store does not keep it.")
    static final class Doctor implements Callable<Integer> {
        @Mixin
        private Output output;

        @Option(names = "--last", description = "Show what was seen last, and try nothing.")
        private boolean last;

        @Override
        public Integer call() throws IOException {
            try (var api = Server.connect()) {
                var report = last ? api.get(DOCTOR) : examined(api);
                if (output.json()) {
                    output.print(report);
                } else {
                    show(report);
                }
                return 0;
            }
        }

        private static JsonNode examined(Api api) {
            var id = api.post(DOCTOR, Api.JSON.createObjectNode())
                    .path("task_id")
                    .asString();
            while (true) {
                var task = api.get("/api/v1/tasks/" + Api.encoded(id));
                switch (task.path("status").asString()) {
                    case "succeeded" -> {
                        return task.path("result");
                    }
                    case "failed" -> {
                        var error = task.path("error");
                        throw new Problem(
                                503,
                                error.path("code").asString(),
                                error.path("detail").asString(),
                                List.of());
                    }
                    default -> LockSupport.parkNanos(STEP);
                }
            }
        }

        private void show(JsonNode report) {
            var rows = new ArrayList<List<String>>();
            rows.add(List.of("KEPT", "PROMISE", "SEEN"));
            var without = new ArrayList<String>();
            boolean cors = true;
            for (var probe : report.path("probes")) {
                var passed = probe.path("passed");
                rows.add(List.of(
                        passed.isBoolean() ? passed.asBoolean() ? "yes" : "no" : "-",
                        probe.path("promise").asString(),
                        probe.path("detail").asString("")));
                if (passed.isBoolean() && !passed.asBoolean()) {
                    without.add(probe.path("promise").asString() + ": no. "
                            + probe.path("without").asString());
                    cors &= !probe.path("probe").asString().equals("cors_preflight");
                }
            }
            var out = output.out();
            out.println("Store: " + report.path("store").asString());
            if (!report.path("examined_at").isString()) {
                out.println("Nobody has examined it yet.");
                out.flush();
                return;
            }
            Table.print(rows, out);
            out.println();
            out.println("Direct upload: " + direct(report.path("direct_upload").asString()));
            without.forEach(out::println);
            if (!cors) {
                out.println();
                out.println("CORS rule for the bucket:");
                out.println(report.path("cors").toPrettyString());
            }
            out.flush();
        }

        private static String direct(String level) {
            return switch (level) {
                case "live" -> "allowed, straight to the live tree of a new dataset too";
                case "staged" -> "allowed, to fresh history keys only";
                default -> "not allowed; bytes go through the server";
            };
        }
    }
}
