package io.praetor.app;

import io.praetor.decision.ActingVersion;
import io.praetor.decision.Authority;
import io.praetor.decision.ConfidenceFloors;
import io.praetor.decision.Judge;
import io.praetor.decision.Judgement;
import io.praetor.decision.Trail;
import io.praetor.log.LogEntry.DecisionRecord;
import io.praetor.log.Particulars;
import io.praetor.log.RecordId;
import io.praetor.policy.ClauseId;
import io.praetor.policy.Effect;
import io.praetor.policy.Evaluation;
import io.praetor.policy.PolicySet;
import io.praetor.rules.RuleEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Past decisions judged under a changed policy, with what patterns and reasoning said at the time;
 * what rests on a clause that the changed policy lacks is left out. Only decisions by the policy of
 * the same id are looked at. Not thread-safe.
 */
public final class PolicyReplay {
    private static final int EXAMPLES_MAX = 5;

    private final PolicySet policy;
    private final RuleEngine rules;
    private final Judge judge = new Judge(ConfidenceFloors.DEFAULT, () -> 0);
    private final Map<String, Long> tiers = new TreeMap<>();
    private final Map<String, Long> clauses = new TreeMap<>();
    private final Map<Step, Differing> steps = new TreeMap<>();
    private long judged;
    private long erased;
    private long others;

    /**
     * An effect and what it would be.
     *
     * @param from as recorded
     */
    public record Step(Effect from, Effect to) implements Comparable<Step> {
        @Override
        public int compareTo(Step other) {
            int first = from.compareTo(other.from);
            return first == 0 ? to.compareTo(other.to) : first;
        }

        @Override
        public String toString() {
            return from.label() + " -> " + to.label();
        }
    }

    /**
     * Decisions that come out otherwise in the same way.
     *
     * @param examples a few of them, oldest first
     */
    public record Differing(long count, List<RecordId> examples) {
        private static final Differing NONE = new Differing(0, List.of());

        public Differing {
            examples = List.copyOf(examples);
        }

        private Differing with(RecordId id) {
            List<RecordId> some = new ArrayList<>(examples);
            if (some.size() < EXAMPLES_MAX) {
                some.add(id);
            }
            return new Differing(count + 1, some);
        }
    }

    /**
     * What came of it.
     *
     * @param judged decisions that were judged again
     * @param erased those that cannot be, for their personal parts are gone
     * @param others decisions by other policies
     * @param tiers decisions that come out otherwise, by risk
     * @param clauses the same by each clause that they would rest on
     * @param steps the same by effects
     */
    public record Outcome(
            long judged,
            long erased,
            long others,
            Map<String, Long> tiers,
            Map<String, Long> clauses,
            Map<Step, Differing> steps) {
        public long changed() {
            return steps.values().stream().mapToLong(Differing::count).sum();
        }
    }

    public PolicyReplay(PolicySet policy) {
        this.policy = policy;
        rules = RuleEngine.compile(policy);
    }

    public void take(DecisionRecord record) {
        if (!record.policy().id().equals(policy.header().id())) {
            others++;
        } else if (record.particulars().isEmpty()) {
            erased++;
        } else {
            judged++;
            compare(record, again(record, record.particulars().get()));
        }
    }

    private Judgement again(DecisionRecord record, Particulars said) {
        Authority then = new Authority(record.stage(), record.binding(), record.binding());
        ActingVersion version = ActingVersion.ofRules("replayed", rules).under(then);
        return judge.rejudge(said.situation(), version, known(said.trail()));
    }

    private Trail known(Trail then) {
        return new Trail(
                then.rules(),
                then.pattern().filter(said -> isKnown(said.evaluation())),
                then.reasoning().filter(said -> isKnown(said.evaluation())));
    }

    private boolean isKnown(Evaluation evaluation) {
        return switch (evaluation) {
            case Evaluation.Applicable applicable ->
                    policy.clauses().keySet().containsAll(applicable.clauses());
            case Evaluation.Indeterminate _, Evaluation.NotApplicable _ -> true;
        };
    }

    private void compare(DecisionRecord record, Judgement now) {
        if (now.effect() == record.effect()) {
            return;
        }
        Step step = new Step(record.effect(), now.effect());
        steps.put(step, steps.getOrDefault(step, Differing.NONE).with(record.id()));
        tiers.merge(record.risk().label(), 1L, Long::sum);
        for (ClauseId clause : now.clauses()) {
            clauses.merge(clause.value(), 1L, Long::sum);
        }
    }

    public Outcome outcome() {
        return new Outcome(judged, erased, others, tiers, clauses, steps);
    }
}
