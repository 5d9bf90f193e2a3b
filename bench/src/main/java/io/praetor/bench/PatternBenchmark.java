package io.praetor.bench;

import io.praetor.patterns.PatternLibrary;
import io.praetor.situation.RiskLevel;
import io.praetor.situation.Situation;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One question to a library of active patterns, half of which are answered. */
@State(Scope.Benchmark)
public class PatternBenchmark {
    /** A power of two; enough that no branch is learnt by heart. */
    private static final int ASKS = 1024;

    @Param({"10000"})
    public int patterns = 10_000;

    private ManyPatterns many = new ManyPatterns(1);
    private PatternLibrary library = PatternLibrary.EMPTY;
    private List<Situation> situations = List.of();
    private int next;

    @Setup
    public void prepare() {
        many = new ManyPatterns(patterns);
        library = many.library();
        situations = many.situations(ASKS);
    }

    @Benchmark
    public boolean consult() {
        Situation situation = situations.get(next++ & (ASKS - 1));
        return library.consult(situation, many.byRules(), RiskLevel.MEDIUM).isPresent();
    }
}
