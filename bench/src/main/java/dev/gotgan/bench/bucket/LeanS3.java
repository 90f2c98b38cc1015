package dev.gotgan.bench.bucket;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/// A server of S3 with its objects in the heap, that does what a correct one must and no more: lengths, SHA-256 of what
/// is sent, every signed header, conditions, etags, ranges, listings, copies. It computes no signature, syncs no disk.
///
/// Arguments: a port, and milliseconds that every answer is held back.
public final class LeanS3 {
    private static final Pattern DELETED = Pattern.compile("<Key>([^<]*)</Key>");

    private final Objects objects = new Objects();
    private final long delay;

    private LeanS3(long delay) {
        this.delay = delay;
    }

    public static void main(String[] arguments) throws IOException {
        var server = new LeanS3(Long.parseLong(arguments[1]) * 1_000_000);
        try (var socket = new ServerSocket(Integer.parseInt(arguments[0]), 500, InetAddress.getLoopbackAddress())) {
            System.out.println("ready");
            while (true) {
                var client = socket.accept();
                Thread.ofPlatform().daemon().start(() -> server.talk(client));
            }
        }
    }

    private void talk(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            var in = new BufferedInputStream(client.getInputStream(), 1 << 16);
            var out = new BufferedOutputStream(client.getOutputStream(), 1 << 16);
            for (var asked = Exchange.read(in, out); asked.isPresent(); asked = Exchange.read(in, out)) {
                var answer = answer(asked.get());
                for (long until = System.nanoTime() + delay; System.nanoTime() < until; ) {
                    LockSupport.parkNanos(until - System.nanoTime());
                }
                answer.write(out, asked.get().method().equals("HEAD"));
            }
        } catch (IOException e) {
            return; // the client hung up
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // bytes as they go
    private record Answer(int status, Map<String, String> headers, byte[] body) {
        static Answer of(int status, String body) {
            return new Answer(status, Map.of("Content-Type", "application/xml"), body.getBytes(UTF_8));
        }

        static Answer refused(int status, String code) {
            return of(status, "<Error><Code>" + code + "</Code></Error>");
        }

        void write(OutputStream out, boolean headOnly) throws IOException {
            var head = new StringBuilder(256).append("HTTP/1.1 ").append(status).append(" .\r\n");
            headers.forEach((name, value) ->
                    head.append(name).append(": ").append(value).append("\r\n"));
            head.append("Date: ")
                    .append(Objects.date(System.currentTimeMillis()))
                    .append("\r\n");
            if (status != 204) {
                head.append("Content-Length: ").append(body.length).append("\r\n");
            }
            out.write(head.append("\r\n").toString().getBytes(ISO_8859_1));
            if (!headOnly) {
                out.write(body);
            }
            out.flush();
        }
    }

    private Answer answer(Exchange asked) {
        int slash = asked.path().indexOf('/', 1);
        var key = slash < 0 ? "" : asked.path().substring(slash + 1);
        var signed = asked.query().get("X-Amz-SignedHeaders");
        if (signed != null && !Arrays.stream(signed.split(";", -1)).allMatch(asked.headers()::containsKey)) {
            return Answer.refused(403, "SignatureDoesNotMatch");
        }
        return switch (asked.method()) {
            case "PUT" -> key.isEmpty() ? Answer.of(200, "") : put(key, asked);
            case "GET" -> key.isEmpty() ? list(asked) : get(key, asked);
            case "HEAD" -> key.isEmpty() ? Answer.of(200, "") : get(key, asked);
            case "DELETE" -> {
                objects.remove(key);
                yield Answer.of(204, "");
            }
            case "POST" -> asked.query().containsKey("delete") ? delete(asked) : Answer.refused(501, "NotImplemented");
            default -> Answer.refused(405, "MethodNotAllowed");
        };
    }

    private Answer put(String key, Exchange asked) {
        var source = asked.header("x-amz-copy-source");
        if (source.isPresent()) {
            return copy(Exchange.decoded(source.get()), key, asked);
        }
        for (var checked : new String[] {"x-amz-checksum-sha256", "x-amz-content-sha256"}) {
            var wanted = asked.headers().get(checked);
            if (wanted != null && wanted.length() > 40 && !wanted.equals(sha256(asked.body(), wanted.length() == 64))) {
                return Answer.refused(400, "BadDigest");
            }
        }
        var kept = new HashMap<String, String>();
        asked.headers().forEach((name, value) -> {
            if (name.startsWith("x-amz-meta-") || name.equals("content-type")) {
                kept.put(name, value);
            }
        });
        var object = Objects.Kept.of(asked.body(), kept);
        boolean free = objects.put(key, object, !"*".equals(asked.headers().get("if-none-match")));
        return free
                ? new Answer(200, Map.of("ETag", object.etag()), new byte[0])
                : Answer.refused(412, "PreconditionFailed");
    }

    private Answer copy(String from, String key, Exchange asked) {
        var path = from.startsWith("/") ? from.substring(1) : from;
        var source = objects.find(path.substring(path.indexOf('/') + 1));
        if (source.isEmpty()) {
            return Answer.refused(404, "NoSuchKey");
        }
        if (!asked.header("x-amz-copy-source-if-match")
                .map(source.get().etag()::equals)
                .orElse(true)) {
            return Answer.refused(412, "PreconditionFailed");
        }
        var copied = source.get().again();
        objects.put(key, copied, true);
        return Answer.of(
                200,
                "<CopyObjectResult><ETag>" + copied.etag() + "</ETag><LastModified>" + copied.stamp()
                        + "</LastModified></CopyObjectResult>");
    }

    private Answer get(String key, Exchange asked) {
        var object = objects.find(key);
        if (object.isEmpty()) {
            return Answer.refused(404, "NoSuchKey");
        }
        var found = object.get();
        if (!asked.header("if-match").map(found.etag()::equals).orElse(true)) {
            return Answer.refused(412, "PreconditionFailed");
        }
        var headers = new HashMap<>(found.headers());
        headers.put("ETag", found.etag());
        headers.put("Last-Modified", Objects.date(found.at()));
        Optional.ofNullable(asked.query().get("response-content-type"))
                .ifPresent(type -> headers.put("content-type", type));
        Optional.ofNullable(asked.query().get("response-content-disposition"))
                .ifPresent(manner -> headers.put("Content-Disposition", manner));
        var range = asked.header("range");
        if (range.isEmpty()) {
            return new Answer(200, headers, found.bytes());
        }
        var ends = range.get().substring("bytes=".length()).split("-", 2);
        int size = found.bytes().length;
        int first = Integer.parseInt(ends[0]);
        int last = ends[1].isEmpty() ? size - 1 : Math.min(size - 1, Integer.parseInt(ends[1]));
        if (first >= size) {
            return Answer.refused(416, "InvalidRange");
        }
        headers.put("Content-Range", "bytes " + first + "-" + last + "/" + size);
        return new Answer(206, headers, Arrays.copyOfRange(found.bytes(), first, last + 1));
    }

    private Answer list(Exchange asked) {
        if (asked.query().containsKey("location")) {
            return Answer.of(200, "<LocationConstraint/>");
        }
        return Answer.of(200, objects.list(asked.query()));
    }

    private Answer delete(Exchange asked) {
        var named = DELETED.matcher(new String(asked.body(), UTF_8));
        while (named.find()) {
            objects.remove(Objects.plain(named.group(1)));
        }
        return Answer.of(200, "<DeleteResult/>");
    }

    private static String sha256(byte[] bytes, boolean hex) {
        byte[] hash = digest("SHA-256", bytes);
        return hex ? HexFormat.of().formatHex(hash) : Base64.getEncoder().encodeToString(hash);
    }

    static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return ((MessageDigest)
                            DIGESTS.computeIfAbsent(algorithm, LeanS3::made).clone())
                    .digest(bytes);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final Map<String, MessageDigest> DIGESTS = new ConcurrentHashMap<>();

    private static MessageDigest made(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
