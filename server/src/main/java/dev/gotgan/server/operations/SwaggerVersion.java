package dev.gotgan.server.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/// Which Swagger UI this build brings: its files lie in a folder of that name.
final class SwaggerVersion {
    static final String NUMBER = read();

    private SwaggerVersion() {}

    private static String read() {
        try (var file = SwaggerVersion.class.getResourceAsStream("/dev/gotgan/server/api/build.properties")) {
            var properties = new Properties();
            properties.load(file);
            return properties.getProperty("swagger-ui", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
