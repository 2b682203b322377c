package dev.tokki.cli.compare;

import dev.tokki.conformance.Progress;
import dev.tokki.conformance.module.ModuleUnderTest;
import dev.tokki.conformance.result.TestInfo;
import dev.tokki.conformance.result.TestResult;
import java.io.PrintStream;
import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/// A bar over all tests of all modules, for a person at a terminal.
final class ProgressBarView implements Progress, AutoCloseable {
    private static final int EVERY_MILLIS = 100;

    private final ProgressBar bar;

    /// @param terminal where the bar is drawn
    /// @param columns how wide it may be
    /// @param tests how many tests there are in all
    ProgressBarView(PrintStream terminal, int columns, long tests) {
        this.bar = new ProgressBarBuilder()
                .setTaskName("compare")
                .setInitialMax(tests)
                .setUpdateIntervalMillis(EVERY_MILLIS)
                .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BAR)
                .setMaxRenderedLength(columns)
                .setEtaFunction(state -> java.util.Optional.<Duration>empty())
                .setConsumer(new ConsoleProgressBarConsumer(terminal, columns))
                .clearDisplayOnFinish()
                .build();
    }

    @Override
    public void testStarted(ModuleUnderTest module, TestInfo test) {
        bar.setExtraMessage(" " + module.name() + " " + test.id());
    }

    @Override
    public void testFinished(ModuleUnderTest module, TestInfo test, TestResult result) {
        bar.step();
    }

    @Override
    public void close() {
        bar.close();
    }
}
