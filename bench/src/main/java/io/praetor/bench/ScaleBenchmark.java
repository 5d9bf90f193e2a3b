package io.praetor.bench;

import io.praetor.bench.contender.PraetorRules;
import java.util.function.BooleanSupplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Praetor with more and more rules, ten of which share every target. */
@State(Scope.Benchmark)
public class ScaleBenchmark {
    private static final int ASKS = 1024;

    @Param({"10", "1000", "10000"})
    public int rules = 10;

    private final BooleanSupplier[] asks = new BooleanSupplier[ASKS];
    private int next;

    @Setup
    public void prepare() {
        ManyRules policy = new ManyRules(rules);
        PraetorRules praetor = PraetorRules.of(policy.yaml());
        int index = 0;
        for (Ask ask : Ask.seeded(ASKS)) {
            asks[index] = praetor.prepare(policy.ask(ask, index));
            index++;
        }
    }

    @Benchmark
    public boolean decide() {
        return asks[next++ & (ASKS - 1)].getAsBoolean();
    }
}
