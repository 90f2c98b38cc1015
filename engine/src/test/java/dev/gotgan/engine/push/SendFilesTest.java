package dev.gotgan.engine.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.content.Sha256;
import dev.gotgan.engine.content.hash.Md5;
import dev.gotgan.engine.push.HashFiles.Hashed;
import dev.gotgan.engine.push.PushTarget.Answer;
import dev.gotgan.engine.wire.BackOff;
import dev.gotgan.engine.wire.Time;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SendFilesTest {
    private final Server server = new Server();
    private final Set<LogicalPath> done = ConcurrentHashMap.newKeySet();
    private final List<Duration> pauses = new ArrayList<>();
    private final Time time = new Time() {
        @Override
        public Instant now() {
            return Instant.EPOCH;
        }

        @Override
        public void pause(Duration length) {
            pauses.add(length);
        }
    };

    /// A server in memory that loses what it is told to lose.
    private static final class Server implements PushTarget {
        private final Map<LogicalPath, FileEntry> planned = new TreeMap<>();
        private final Set<LogicalPath> arrived = ConcurrentHashMap.newKeySet();
        private final AtomicInteger sends = new AtomicInteger();
        private final List<Integer> pages = new ArrayList<>();
        private int toLose;
        private boolean losesEverything;
        private final CountDownLatch secondPage = new CountDownLatch(1);
        private String waitsForIt = "";
        private int toRefuse;

        @Override
        public synchronized List<Answer> plan(List<Hashed> files) {
            pages.add(files.size());
            if (pages.size() == 2) {
                secondPage.countDown();
            }
            return files.stream().map(file -> answer(file.entry())).toList();
        }

        private Answer answer(FileEntry file) {
            if (file.path().name().startsWith("bad")) {
                return new Answer.Refused("path_reserved", "not this one");
            }
            planned.put(file.path(), file);
            return arrived.contains(file.path()) ? new Answer.Present() : new Answer.Send(file.path());
        }

        @Override
        public void send(Answer.Send to, FileEntry entry, Path file) throws NotTaken {
            if (entry.path().value().equals(waitsForIt)) {
                await(secondPage);
            }
            take(entry);
        }

        private static void await(CountDownLatch latch) {
            try {
                assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        private synchronized void take(FileEntry entry) throws NotTaken {
            sends.incrementAndGet();
            if (toRefuse-- > 0) {
                throw new NotTaken("403 the link is too old");
            }
            if (!losesEverything && toLose-- <= 0) {
                arrived.add(entry.path());
            }
        }

        @Override
        public synchronized Missing missing() {
            var all = planned.keySet().stream()
                    .filter(path -> !arrived.contains(path))
                    .toList();
            return new Missing(all.size(), all.stream().limit(PAGE).toList());
        }
    }

    private static List<Hashed> files(String... names) {
        return List.of(names).stream().map(SendFilesTest::file).toList();
    }

    private static Hashed file(String name) {
        var bytes = name.getBytes(StandardCharsets.UTF_8);
        return new Hashed(
                new FileEntry(LogicalPath.of(name), Sha256.hash(bytes), bytes.length), Md5.hash(bytes), Path.of(name));
    }

    private SendFiles.Sent send(List<Hashed> files) throws IOException {
        return new SendFiles(
                        server, 4, new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(10), 6, new Random(1)), time)
                .run(files, file -> done.add(file.path()));
    }

    @Test
    void everyFileIsSentOnce() throws IOException {
        var done = send(files("a", "bb", "ccc"));
        assertThat(done.sent()).isEqualTo(3);
        assertThat(done.sentBytes()).isEqualTo(6);
        assertThat(server.sends).hasValue(3);
    }

    @Test
    void whatArrivedInAnEarlierRunIsNotSentAgain() throws IOException {
        server.arrived.add(LogicalPath.of("a"));
        var done = send(files("a", "b"));
        assertThat(done.present()).isEqualTo(1);
        assertThat(server.sends).hasValue(1);
    }

    @Test
    void whatGotLostIsSentOnceMore() throws IOException {
        server.toLose = 2;
        send(files("a", "b", "c"));
        assertThat(server.arrived).hasSize(3);
        assertThat(server.sends).hasValue(5);
    }

    @Test
    void moreLossesThanAPageHoldsAreMadeGoodToo() throws IOException {
        server.toLose = 6500;
        var many = IntStream.range(0, 7000).mapToObj(i -> file("f" + i)).toList();
        send(many);
        assertThat(server.arrived).hasSize(7000);
    }

    @Test
    void aServerThatTakesNothingIsGivenUpOn() {
        server.losesEverything = true;
        assertThatThrownBy(() -> send(files("a")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("a");
        assertThat(server.sends.get()).isLessThan(10);
        assertThat(pauses).as("it is left alone between two rounds").hasSize(5);
    }

    @Test
    void aRefusedFileIsPlannedAgainAndSentByAFreshLink() throws IOException {
        server.toRefuse = 3;
        var sent = send(files("a", "b", "c"));
        assertThat(server.arrived).hasSize(3);
        assertThat(server.pages).containsExactly(3, 3);
        assertThat(sent.sent()).isEqualTo(3);
    }

    @Test
    void aStoreThatTakesNothingIsNoticedWithinAPageAndQuoted() {
        server.toRefuse = Integer.MAX_VALUE;
        var many = IntStream.range(0, 5000).mapToObj(i -> file("f" + i)).toList();
        assertThatThrownBy(() -> send(many))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("1000 files do not arrive, as f0 (403 the link is too old)")
                .hasMessageContaining("push again");
        assertThat(server.planned).hasSize(1000);
        assertThat(server.sends).as("not all of them, in each round").hasValueLessThan(1000);
        assertThat(done).isEmpty();
    }

    @Test
    void refusedFilesAreNamedAndTheOthersSent() throws IOException {
        var done = send(files("a", "bad"));
        assertThat(done.refused())
                .containsExactly(new SendFiles.Refusal(LogicalPath.of("bad"), "path_reserved", "not this one"));
        assertThat(server.arrived).containsExactly(LogicalPath.of("a"));
    }

    @Test
    void filesArePlannedInPagesOfAThousand() throws IOException {
        send(IntStream.range(0, 2300).mapToObj(i -> file("f" + i)).toList());
        assertThat(server.pages).containsExactly(1000, 1000, 300);
    }

    @Test
    void theNextPageIsPlannedBeforeTheLastFileOfThisOneIsThrough() throws IOException {
        server.waitsForIt = "f999";
        send(IntStream.range(0, 1500).mapToObj(i -> file("f" + i)).toList());
        assertThat(server.arrived).hasSize(1500);
        assertThat(server.pages).containsExactly(1000, 500);
    }

    @Test
    void aPageOfWhichEverythingIsThereIsFollowedByTheNext() throws IOException {
        var many = IntStream.range(0, 1500).mapToObj(i -> file("f" + i)).toList();
        many.subList(0, 1000).forEach(file -> server.arrived.add(file.entry().path()));
        assertThat(send(many).sent()).isEqualTo(500);
        assertThat(server.pages).containsExactly(1000, 500);
    }

    @Test
    void anUploadThatAwaitsAFileWhichIsGoneSaysSo() {
        server.planned.put(LogicalPath.of("gone"), file("gone").entry());
        assertThatThrownBy(() -> send(files("a")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("gone");
    }
}
