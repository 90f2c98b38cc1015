package dev.gotgan.engine.push;

import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.content.LogicalPath;
import dev.gotgan.engine.push.HashFiles.Hashed;
import dev.gotgan.engine.push.PushTarget.Answer;
import dev.gotgan.engine.store.InFlight;
import dev.gotgan.engine.wire.AskedAhead;
import dev.gotgan.engine.wire.BackOff;
import dev.gotgan.engine.wire.Time;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Plans files a page at a time, sends what is wanted of each page, and asks at the end what did not arrive. May be
/// killed anywhere and run again: what arrived is not sent twice.
///
/* A page is planned when half of the one before it is through: no link waits for long, and nobody waits for links. Where
somebody would not take a file, the question what arrived comes before the next page: a store that takes nothing is
noticed after a thousand files and not after all of them. */
public final class SendFiles {
    /// After so many in a row that nobody took, the rest of a page is not tried.
    private static final int ENOUGH = 100;

    private final PushTarget target;
    private final int jobs;
    private final BackOff backOff;
    private final Time time;

    public SendFiles(PushTarget target, int jobs) {
        this(
                target,
                jobs,
                new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(10), 6, RandomGenerator.getDefault()),
                Time.SYSTEM);
    }

    /// @param backOff how long to wait after a round in which nothing arrived, and how many there may be
    SendFiles(PushTarget target, int jobs, BackOff backOff, Time time) {
        this.target = target;
        this.jobs = jobs;
        this.backOff = backOff;
        this.time = time;
    }

    /// What was done.
    ///
    /// @param present files that had not to be sent
    /// @param refused files that no dataset may hold; the others were sent
    public record Sent(long sent, long sentBytes, long present, List<Refusal> refused) {}

    /// One file that was left out, and why.
    public record Refusal(LogicalPath path, String code, String detail) {}

    /// Told of each file that needs nothing more, by several threads.
    @FunctionalInterface
    public interface Progress {
        void done(FileEntry file);
    }

    /// Sends `files` until nothing is missing.
    ///
    /// @throws IOException something can't be read or is not taken, however often it is sent
    public Sent run(List<Hashed> files, Progress progress) throws IOException {
        var tally = new Tally();
        var byPath = new HashMap<LogicalPath, Hashed>();
        files.forEach(file -> byPath.put(file.entry().path(), file));
        var pages = pages(files);
        var plan = plan(pages, 0);
        for (int i = 0; i < pages.size(); i++) {
            var next = plan(pages, i + 1);
            send(pages.get(i), plan.get(), next::begin, tally, progress);
            if (tally.takeTrouble()) {
                makeGood(byPath, tally, progress);
                next = plan(pages, i + 1); // what was asked of it is out of date
            }
            plan = next;
        }
        makeGood(byPath, tally, progress);
        return tally.result();
    }

    private static List<List<Hashed>> pages(List<Hashed> files) {
        var pages = new ArrayList<List<Hashed>>();
        for (int from = 0; from < files.size(); from += PushTarget.PAGE) {
            pages.add(files.subList(from, Math.min(from + PushTarget.PAGE, files.size())));
        }
        return pages;
    }

    /// Of no files behind the last page.
    private AskedAhead<List<Answer>> plan(List<List<Hashed>> pages, int index) {
        return new AskedAhead<>(() -> index < pages.size() ? target.plan(pages.get(index)) : List.of(), time);
    }

    /// Sends what is planned and did not arrive, until nothing is missing or nothing arrives any more.
    private void makeGood(Map<LogicalPath, Hashed> byPath, Tally tally, Progress progress) throws IOException {
        long least = Long.MAX_VALUE;
        int inVain = 0;
        for (var missing = target.missing(); missing.count() > 0; missing = target.missing()) {
            inVain = missing.count() < least ? 0 : inVain + 1;
            if (inVain > 0) {
                time.pause(backOff.afterAttempt(inVain).orElseThrow(tally.givingUp(missing)));
            }
            least = Math.min(least, missing.count());
            var page = known(missing.paths(), byPath);
            send(page, target.plan(page), () -> {}, tally, progress);
            tally.takeTrouble();
        }
    }

    private static List<Hashed> known(List<LogicalPath> missing, Map<LogicalPath, Hashed> byPath) throws IOException {
        var known = new ArrayList<Hashed>();
        for (var path : missing) {
            var file = byPath.get(path);
            if (file == null) {
                throw new IOException("the upload awaits " + path + ", which is not in the folder any more: abort it");
            }
            known.add(file);
        }
        return known;
    }

    private record Wanted(Answer.Send to, Hashed file) {}

    /// @param halfWay run once half of what is wanted was taken
    private void send(List<Hashed> page, List<Answer> answers, Runnable halfWay, Tally tally, Progress progress)
            throws IOException {
        var wanted = new ArrayList<Wanted>();
        for (int i = 0; i < page.size(); i++) {
            var file = page.get(i);
            switch (answers.get(i)) {
                case Answer.Present() -> {
                    tally.present();
                    progress.done(file.entry());
                }
                case Answer.Send send -> wanted.add(new Wanted(send, file));
                case Answer.Refused(var code, var detail) ->
                    tally.refused.add(new Refusal(file.entry().path(), code, detail));
            }
        }
        if (wanted.isEmpty()) {
            halfWay.run();
        }
        var through = new AtomicInteger();
        int half = (wanted.size() + 1) / 2;
        try {
            InFlight.forEachOnThreads(jobs, wanted, each -> {
                if (taken(each, tally)) {
                    progress.done(each.file().entry());
                    if (through.incrementAndGet() == half) {
                        halfWay.run();
                    }
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private boolean taken(Wanted wanted, Tally tally) {
        var file = wanted.file();
        if (tally.inARow() >= ENOUGH) {
            return false;
        }
        try {
            target.send(wanted.to(), file.entry(), file.file());
            tally.sent(file.entry().size());
            return true;
        } catch (PushTarget.NotTaken e) {
            tally.notTaken(e);
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Tally {
        private final List<Refusal> refused = new ArrayList<>();
        private long present;
        private long sent;
        private long bytes;
        private boolean trouble;
        private int inARow;
        private PushTarget.@Nullable NotTaken last;

        void present() {
            present++;
        }

        synchronized void sent(long size) {
            inARow = 0;
            sent++;
            bytes += size;
        }

        synchronized void notTaken(PushTarget.NotTaken answer) {
            inARow++;
            trouble = true;
            last = answer;
        }

        synchronized int inARow() {
            return inARow;
        }

        /// Whether there was any since the last time.
        synchronized boolean takeTrouble() {
            boolean was = trouble;
            trouble = false;
            inARow = 0;
            return was;
        }

        synchronized Supplier<IOException> givingUp(PushTarget.Missing missing) {
            var why = last == null ? "nobody says why" : last.getMessage();
            return () -> new IOException(
                    "%d files do not arrive, as %s (%s). What arrived is kept: push again to go on"
                            .formatted(missing.count(), missing.paths().getFirst(), why),
                    last);
        }

        synchronized Sent result() {
            return new Sent(sent, bytes, present, List.copyOf(refused));
        }
    }
}
