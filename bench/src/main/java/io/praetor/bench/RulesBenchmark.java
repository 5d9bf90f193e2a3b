package io.praetor.bench;

import io.praetor.bench.contender.Contender;
import java.util.function.BooleanSupplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One decision in process, the question being ready in the contender's own form. */
@State(Scope.Benchmark)
public class RulesBenchmark {
    /** A power of two; enough that no branch is learnt by heart. */
    private static final int ASKS = 1024;

    @Param({})
    public String contender = "";

    private final BooleanSupplier[] asks = new BooleanSupplier[ASKS];
    private int next;

    @Setup
    public void prepare() {
        Contender chosen =
                Contender.all().stream()
                        .filter(one -> one.name().equals(contender))
                        .findFirst()
                        .orElseThrow();
        int index = 0;
        for (Ask ask : Ask.seeded(ASKS)) {
            asks[index++] = chosen.prepare(ask);
        }
    }

    @Benchmark
    public boolean decide() {
        return asks[next++ & (ASKS - 1)].getAsBoolean();
    }
}
