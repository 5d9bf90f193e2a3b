package io.praetor.simulation.team;

import io.praetor.patterns.features.ProfileReader;
import io.praetor.patterns.mining.Confirmation;
import io.praetor.policy.CounterRule;
import io.praetor.policy.Effect;
import io.praetor.policy.Evaluation;
import io.praetor.policy.PolicySet;
import io.praetor.rules.RuleEngine;
import io.praetor.rules.RuleOutcome;
import io.praetor.situation.Attributes;
import io.praetor.situation.Situation;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What reviewers say of a simulated team's requests if they see each that the rules leave open. */
public final class TeamReviews {
    private TeamReviews() {}

    /** So many confirmations, oldest first; a seed gives the same ones always. */
    public static List<Confirmation> of(PolicySet policy, long seed, int count) {
        RuleEngine rules = RuleEngine.compile(policy);
        ProfileReader reader = new ProfileReader(policy);
        Reviewers reviewers = new Reviewers(new SplittableRandom(~seed));
        List<Confirmation> said = new ArrayList<>(count);
        // the rules settle less than a quarter of what a team asks
        for (Ask ask : Stream.of(seed, count + count / 3)) {
            Situation situation = counted(ask.situation(), policy);
            RuleOutcome ruled = rules.evaluate(situation);
            if (said.size() < count
                    && ruled.evaluation() instanceof Evaluation.Applicable open
                    && !open.isConclusive()) {
                Effect right = ask.right().strictest(open.effect());
                said.add(
                        new Confirmation(
                                "review-%06d".formatted(said.size()),
                                "decision-%06d".formatted(said.size()),
                                situation.at(),
                                reader.read(situation, open, ruled.risk()),
                                open.effect(),
                                reviewers.verdict(right, open.effect()),
                                open.clauses()));
            }
        }
        return said;
    }

    /** With nothing counted yet. */
    static Situation counted(Situation situation, PolicySet policy) {
        Attributes counters = Attributes.NONE;
        for (CounterRule counter : policy.counters()) {
            counters = counters.with(counter.name(), 0);
        }
        return situation.withContext(situation.context().withCounters(counters));
    }
}
