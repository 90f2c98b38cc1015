package dev.gotgan.cli.http;

import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.wire.AdaptiveLimit;
import dev.gotgan.engine.wire.Answer;
import dev.gotgan.engine.wire.BackOff;
import dev.gotgan.engine.wire.Body;
import dev.gotgan.engine.wire.Courier;
import dev.gotgan.engine.wire.Request;
import dev.gotgan.engine.wire.Target;
import dev.gotgan.engine.wire.Time;
import dev.gotgan.engine.wire.Wire;
import dev.gotgan.engine.wire.WireException;
import java.io.FileInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// The bytes of files, to and from links that carry their own credentials: the caller's token goes to none of them.
public final class Transfers implements AutoCloseable {
    /// So many at the beginning; more while that goes well.
    private static final int FIRST = 8;
    /// The longest that one file may take on its way up.
    private static final Duration LONGEST_PUT = Duration.ofHours(1);
    /// From so many bytes a file is large.
    private static final int LARGE = 1 << 16;
    /// How much of a refusal is shown.
    private static final int SHOWN = 300;

    private static final int PRECONDITION_FAILED = 412;

    private final Target server;
    private final Wire wire = new Wire();
    private final Courier courier;

    /// @param server what links without a host are of
    /// @param most   how many requests may be under way
    public Transfers(URI server, int most) {
        this.server = Target.of(server);
        this.courier = new Courier(
                wire, new AdaptiveLimit(Math.min(FIRST, most), most, Time.SYSTEM), BackOff.usual(), Time.SYSTEM);
    }

    /// Sends a file. Empty: it was taken, or somebody was there before. Else what the refusal says, or why there was no
    /// answer. Whether the bytes arrived is to be asked.
    ///
    /// @throws Unreachable nobody was there, for half a minute
    /// @throws Overloaded  nothing is taken just now
    /// @throws IOException the file can't be read, or is not what was announced
    public Optional<String> put(String link, Map<String, String> headers, FileEntry entry, Path file)
            throws IOException {
        var target = target(link);
        var request = Request.of("PUT", target, headers)
                .withBody(new Body(entry.size(), entry.sha256(), () -> read(file, entry.size())))
                .endingWithin(LONGEST_PUT);
        try {
            return courier.send(request, answer -> {
                if (answer.succeeded() || answer.status() == PRECONDITION_FAILED) {
                    return Optional.empty();
                }
                var words = words(answer);
                if (answer.isTooMany()) {
                    throw new Overloaded(target, words);
                }
                return Optional.of(words);
            });
        } catch (Overloaded e) {
            throw e;
        } catch (WireException.NotAnnounced e) {
            throw new IOException(file + " changed while it was sent; push again when nobody writes to it", e);
        } catch (WireException.Unreachable e) {
            throw new Unreachable(URI.create(target.origin()), e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /// A channel is quicker for a large file, and takes longer to open and close than a small one to read.
    private static InputStream read(Path file, long size) throws IOException {
        return size < LARGE ? new FileInputStream(file.toFile()) : Files.newInputStream(file);
    }

    /// Reads what is behind a link.
    ///
    /// @throws Unreachable nobody was there, for half a minute
    /// @throws Overloaded  nothing is given just now
    /// @throws Broken      it broke off, or was refused: asked again, perhaps by a fresh link, it may come
    /// @throws IOException from `reading`
    public void get(String link, Reading reading) throws IOException {
        var target = target(link);
        try {
            courier.send(Request.of("GET", target, Map.of()), answer -> {
                if (answer.isTooMany()) {
                    throw new Overloaded(target, words(answer));
                }
                if (!answer.succeeded()) {
                    throw new Broken(words(answer));
                }
                reading.of(new Download(answer.body()));
                return true;
            });
        } catch (WireException.Unreachable e) {
            throw new Unreachable(URI.create(target.origin()), e);
        } catch (WireException e) {
            throw new Broken(String.valueOf(e.getMessage()));
        }
    }

    /// What is made of the bytes behind a link.
    @FunctionalInterface
    public interface Reading {
        void of(InputStream bytes) throws IOException;
    }

    /// A download that did not come to its end.
    public static final class Broken extends IOException {
        private static final long serialVersionUID = 1;

        Broken(String why) {
            super(why);
        }
    }

    /// Asked for patience, however long it was left alone.
    public static final class Overloaded extends IOException {
        private static final long serialVersionUID = 1;

        Overloaded(Target target, String words) {
            super("%s wants to be left alone (%s). What was done is kept: begin again later to go on"
                    .formatted(target.origin(), words));
        }
    }

    /// Tells a connection that breaks from a disk that fails: only the former is worth another try.
    private static final class Download extends FilterInputStream {
        Download(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int count) throws IOException {
            try {
                return in.read(into, offset, count);
            } catch (IOException e) {
                throw new Broken(String.valueOf(e.getMessage()));
            }
        }
    }

    private static String words(Answer answer) throws IOException {
        var detail = answer.detail().replaceAll("\\s+", " ").strip();
        return answer.status() + " " + (detail.length() > SHOWN ? detail.substring(0, SHOWN) + "…" : detail);
    }

    private Target target(String link) {
        return link.startsWith("/") ? server.at(link) : Target.of(link);
    }

    @Override
    public void close() {
        wire.close();
    }
}
