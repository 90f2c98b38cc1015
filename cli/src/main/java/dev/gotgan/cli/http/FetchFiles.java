package dev.gotgan.cli.http;

import dev.gotgan.engine.content.FileEntry;
import dev.gotgan.engine.pull.PullRefused;
import dev.gotgan.engine.pull.PullSource.Receiver;
import dev.gotgan.engine.store.InFlight;
import dev.gotgan.engine.wire.AskedAhead;
import dev.gotgan.engine.wire.BackOff;
import dev.gotgan.engine.wire.Time;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Fetches many files by links. What broke off, was refused, or came with a wrong byte is fetched again by
/// a fresh link; it is given up on once several rounds brought nothing at all.
///
/* Links are asked for a thousand at a time, when the thousand before is half begun: none waits for long, nobody waits for
them, and one file that takes its time does not keep the next thousand from being begun. */
final class FetchFiles {
    private static final int PAGE = 1000;
    /// After so many failures in a row the rest of a round is not tried.
    private static final int ENOUGH = 100;

    private final Transfers transfers;
    private final Function<List<FileEntry>, Map<String, String>> links;
    private final int jobs;
    private final BackOff backOff;
    private final Time time;

    /// @param links   for files, by path; asked by several threads
    /// @param backOff how long to wait after a round that brought nothing, and how many there may be
    FetchFiles(
            Transfers transfers,
            Function<List<FileEntry>, Map<String, String>> links,
            int jobs,
            BackOff backOff,
            Time time) {
        this.transfers = transfers;
        this.links = links;
        this.jobs = jobs;
        this.backOff = backOff;
        this.time = time;
    }

    /// Hands each of `files` to `receiver`, those that failed more than once.
    ///
    /// @throws IOException why the last one does not come, or from `receiver`
    void run(List<FileEntry> files, Receiver receiver) throws IOException {
        var left = files;
        int inVain = 0;
        while (!left.isEmpty()) {
            var round = new Round(receiver);
            InFlight.forEachOnThreads(jobs, pages(left), round::fetch);
            if (round.failed.isEmpty()) {
                return;
            }
            inVain = round.failed.size() < left.size() ? 0 : inVain + 1;
            if (inVain > 0) {
                time.pause(backOff.afterAttempt(inVain).orElseThrow(round::givingUp));
            }
            left = List.copyOf(round.failed);
        }
    }

    private record Wanted(FileEntry file, Page page) {}

    private List<Wanted> pages(List<FileEntry> files) {
        var pages = new ArrayDeque<Page>();
        Page next = null;
        for (int from = (files.size() - 1) / PAGE * PAGE; from >= 0; from -= PAGE) {
            var page = new Page(files.subList(from, Math.min(from + PAGE, files.size())), next);
            pages.addFirst(page);
            next = page;
        }
        var wanted = new ArrayList<Wanted>(files.size());
        pages.forEach(page -> page.files.forEach(file -> wanted.add(new Wanted(file, page))));
        return wanted;
    }

    /// Files whose links are asked for together.
    private final class Page {
        private final List<FileEntry> files;
        private final FileEntry middle;
        private final AskedAhead<Map<String, String>> urls;
        private final @Nullable Page next;

        Page(List<FileEntry> files, @Nullable Page next) {
            this.files = files;
            this.middle = files.get(files.size() / 2);
            this.urls = new AskedAhead<>(() -> links.apply(files), time);
            this.next = next;
        }

        String link(FileEntry file) throws IOException {
            if (next != null && file.equals(middle)) {
                next.urls.begin();
            }
            var url = urls.get().get(file.path().value());
            if (url == null) {
                throw new PullRefused("manifest_invalid", file.path() + ": the server gave no way to fetch it");
            }
            return url;
        }
    }

    /// Each file once.
    private final class Round {
        private final Receiver receiver;
        private final Queue<FileEntry> failed = new ConcurrentLinkedQueue<>();
        private final AtomicInteger inARow = new AtomicInteger();
        private volatile Exception last = new IOException("nothing came");

        Round(Receiver receiver) {
            this.receiver = receiver;
        }

        void fetch(Wanted wanted) {
            var file = wanted.file();
            if (inARow.get() >= ENOUGH) {
                failed.add(file);
                return;
            }
            try {
                transfers.get(wanted.page().link(file), bytes -> receiver.file(file, bytes));
                inARow.set(0);
            } catch (Transfers.Broken e) {
                failed(file, e);
            } catch (PullRefused e) {
                if (!e.code().equals("hash_mismatch")) {
                    throw e;
                }
                failed(file, e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void failed(FileEntry file, Exception why) {
            inARow.incrementAndGet();
            last = why;
            failed.add(file);
        }

        IOException givingUp() {
            return new IOException(
                    "%d files do not come, as %s (%s). What came is kept: pull again to go on"
                            .formatted(failed.size(), failed.element().path(), last.getMessage()),
                    last);
        }
    }
}
