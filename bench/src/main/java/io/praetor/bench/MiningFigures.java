package io.praetor.bench;

import io.praetor.bench.Figure.Unit;
import io.praetor.patterns.mining.Confirmation;
import io.praetor.patterns.mining.Miner;
import io.praetor.patterns.mining.MiningReport;
import io.praetor.policy.ConditionParser;
import io.praetor.policy.PolicyReading;
import io.praetor.policy.PolicySet;
import io.praetor.policy.PolicySource;
import io.praetor.policy.reading.PolicyReader;
import io.praetor.simulation.team.TeamReviews;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Mining the reviews of a simulated team, once and from nothing.
 *
 * @param reviews how many; making them takes longer than mining them
 */
record MiningFigures(Path root, int reviews) {
    private static final Path POLICY = Path.of("policies", "team-default.yaml");
    private static final double NANOS_A_MILLI = 1e6;

    List<Figure> measure() {
        PolicySet policy = policy();
        List<Confirmation> said = TeamReviews.of(policy, 1, reviews);
        long start = System.nanoTime();
        Miner miner = new Miner(policy);
        said.forEach(miner::add);
        MiningReport report = miner.mine(_ -> {});
        double millis = (System.nanoTime() - start) / NANOS_A_MILLI;
        return List.of(
                new Figure(
                        "mining %,d reviews".formatted(report.confirmations()),
                        "%d patterns".formatted(report.patterns().size()),
                        millis,
                        Unit.MILLIS));
    }

    private PolicySet policy() {
        PolicyReading reading =
                new PolicyReader(new ConditionParser())
                        .read(new PolicySource(POLICY.toString(), text()));
        return switch (reading) {
            case PolicyReading.Accepted accepted -> accepted.policy();
            case PolicyReading.Rejected rejected ->
                    throw new IllegalStateException(rejected.problems().toString());
        };
    }

    private String text() {
        try {
            return Files.readString(root.resolve(POLICY));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
