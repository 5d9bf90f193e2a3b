package io.praetor.trainer;

import io.praetor.trainer.training.BaseTraining;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Says now and then how training goes and how long it will take. */
final class StepReport implements BaseTraining.Progress {
    private static final int EVERY = 25;

    /** How much the newest loss counts in the one that is shown. */
    private static final double NEWEST = .1;

    private final int steps;
    private final Consumer<String> say;
    private final LongSupplier nanoTicker;
    private final long start;
    private double smooth = Double.NaN;
    private long tokens;

    StepReport(int steps, Consumer<String> say, LongSupplier nanoTicker) {
        this.steps = steps;
        this.say = say;
        this.nanoTicker = nanoTicker;
        start = nanoTicker.getAsLong();
    }

    @Override
    public void step(int step, double loss, int read) {
        smooth = Double.isNaN(smooth) ? loss : smooth + NEWEST * (loss - smooth);
        tokens += read;
        if (step % EVERY == 0 || step == steps) {
            double seconds = (nanoTicker.getAsLong() - start) / 1e9;
            Duration left = Duration.ofSeconds((long) (seconds / step * (steps - step)));
            say.accept(
                    "step %d of %d, loss %.4f, %.0f tokens/s, %d:%02d left"
                            .formatted(
                                    step,
                                    steps,
                                    smooth,
                                    tokens / seconds,
                                    left.toMinutes(),
                                    left.toSecondsPart()));
        }
    }
}
