package dev.gotgan.server.running;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/// A form with files, as a browser sends it.
public final class Form {
    private static final String BOUNDARY = "----gotgan-test-form";

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    public Form field(String name, String value) {
        return part("name=\"" + name + "\"", value.getBytes(UTF_8));
    }

    /// One of many files; its path is its filename.
    public Form file(String path, byte[] bytes) {
        return part("name=\"files\"; filename=\"" + path + "\"", bytes);
    }

    public Form file(String path, String text) {
        return file(path, text.getBytes(UTF_8));
    }

    public Form archive(String name, byte[] bytes) {
        return part("name=\"file\"; filename=\"" + name + "\"", bytes);
    }

    public String type() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    byte[] body() {
        var whole = new ByteArrayOutputStream();
        whole.writeBytes(body.toByteArray());
        whole.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
        return whole.toByteArray();
    }

    private Form part(String what, byte[] bytes) {
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + what + "\r\n\r\n").getBytes(UTF_8));
        body.writeBytes(bytes);
        body.writeBytes("\r\n".getBytes(UTF_8));
        return this;
    }
}
