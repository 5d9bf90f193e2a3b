package io.praetor.bench;

import io.praetor.bench.Figure.Unit;
import io.praetor.bench.contender.Contender;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Rule decisions in process, by JMH: each contender in a virtual machine of its own.
 *
 * @param isQuick for a look that it runs, not for figures
 */
record RulesFigures(boolean isQuick) {
    List<Figure> measure() {
        String[] names = Contender.all().stream().map(Contender::name).toArray(String[]::new);
        List<Figure> figures = new ArrayList<>();
        figures.addAll(measure(RulesBenchmark.class, "contender", names, "ten rules in process"));
        figures.addAll(
                measure(
                        ScaleBenchmark.class,
                        "rules",
                        new String[] {"10", "1000", "10000"},
                        "rules in process, ten of a target"));
        figures.addAll(
                measure(
                        PatternBenchmark.class,
                        "patterns",
                        new String[] {"10000"},
                        "a question to so many patterns"));
        return figures;
    }

    /** Average and percentiles, the figures of one kind side by side. */
    private List<Figure> measure(Class<?> benchmark, String param, String[] values, String what) {
        List<Figure> figures = new ArrayList<>();
        Collection<RunResult> samples =
                run(options(benchmark, param, values).mode(Mode.SampleTime));
        for (double percentile : new double[] {50, 99}) {
            for (RunResult run : samples) {
                double value = run.getPrimaryResult().getStatistics().getPercentile(percentile);
                figures.add(figure(what + ", p%.0f".formatted(percentile), run, param, value));
            }
        }
        for (RunResult run : run(options(benchmark, param, values).mode(Mode.AverageTime))) {
            Result<?> average = run.getPrimaryResult();
            figures.add(figure(what + ", average", run, param, average.getScore()));
        }
        return figures;
    }

    private static Figure figure(String what, RunResult run, String param, double nanos) {
        return new Figure(what, run.getParams().getParam(param), nanos, Unit.NANOS);
    }

    private ChainedOptionsBuilder options(Class<?> benchmark, String param, String[] values) {
        TimeValue time = isQuick ? TimeValue.milliseconds(300) : TimeValue.seconds(1);
        return new OptionsBuilder()
                .include(benchmark.getName())
                .param(param, values)
                .timeUnit(TimeUnit.NANOSECONDS)
                .forks(isQuick ? 1 : 2)
                .warmupIterations(isQuick ? 1 : 3)
                .measurementIterations(isQuick ? 1 : 5)
                .warmupTime(time)
                .measurementTime(time)
                .jvmArgsAppend("-XX:+UseSerialGC", "-Xmx512m")
                .verbosity(VerboseMode.SILENT);
    }

    private static Collection<RunResult> run(ChainedOptionsBuilder options) {
        try {
            return new Runner(options.build()).run();
        } catch (RunnerException e) {
            throw new IllegalStateException(e);
        }
    }
}
