package dev.gotgan.cli.screen;

import java.util.concurrent.atomic.AtomicLong;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/// How far long work is, in bytes, on standard error; silent where that is no terminal.
public final class Progress implements AutoCloseable {
    private final @org.jspecify.annotations.Nullable ProgressBar bar;
    private final AtomicLong bytes = new AtomicLong();

    public Progress(String what, long total) {
        this.bar = Terminal.find().isPresent()
                ? new ProgressBarBuilder()
                        .setTaskName(what)
                        .setInitialMax(total)
                        .setUnit(" MB", 1_000_000)
                        .setStyle(ProgressBarStyle.ASCII)
                        .setUpdateIntervalMillis(200)
                        .build()
                : null;
    }

    public void add(long more) {
        bytes.addAndGet(more);
        if (bar != null) {
            bar.stepBy(more);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
