package dev.gotgan.server.web.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// `serve [--host HOST] [--port PORT] [--data FOLDER]`; each also as `--port=PORT`.
record CommandLine(Map<String, String> options) {
    private static final Set<String> KNOWN = Set.of("--host", "--port", "--data");

    static CommandLine parse(List<String> arguments) {
        var options = new HashMap<String, String>();
        var rest = arguments.iterator();
        while (rest.hasNext()) {
            var argument = rest.next();
            var parts = argument.split("=", 2);
            if (!KNOWN.contains(parts[0])) {
                throw new SettingsRefused(
                        "serve does not know " + argument + "; it takes --host HOST, --port PORT and --data FOLDER");
            }
            if (parts.length == 1 && !rest.hasNext()) {
                throw new SettingsRefused(argument + " needs a value");
            }
            options.put(parts[0], parts.length == 2 ? parts[1] : rest.next());
        }
        return new CommandLine(options);
    }

    String value(String option, String otherwise) {
        return options.getOrDefault(option, otherwise);
    }
}
