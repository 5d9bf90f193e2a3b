package io.praetor.intervention;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * Chooses the arm whose expected reward plus {@code alpha} widths is highest: LinUCB with disjoint
 * arms. Deterministic; of equal arms the first.
 *
 * <p>Source: L. Li, W. Chu, J. Langford and R. E. Schapire, A contextual-bandit approach to
 * personalized news article recommendation, WWW 2010, algorithm 1.
 *
 * @param arms by intervention; one that is missing knows nothing
 * @param revision counts the rewards learnt from
 */
public record LinUcb(Map<Intervention, LinearArm> arms, long revision) {
    /**
     * Half of what the paper's first choice would be: a suggestion to a person is no place for wide
     * exploration.
     */
    static final double ALPHA = .5;

    public static final LinUcb FRESH = new LinUcb(Map.of(), 0);

    public LinUcb {
        arms = Map.copyOf(arms);
    }

    public LinearArm arm(Intervention intervention) {
        return arms.getOrDefault(intervention, LinearArm.fresh(Features.SIZE));
    }

    /** What the arm is worth there at best. */
    public double promise(Intervention intervention, Features features) {
        LinearArm arm = arm(intervention);
        return arm.expected(features.values()) + ALPHA * arm.width(features.values());
    }

    /**
     * @param allowed doing nothing is always allowed
     */
    public Intervention choose(Set<Intervention> allowed, Features features) {
        Intervention best = Intervention.NONE;
        for (Intervention candidate : Intervention.values()) {
            boolean better = promise(candidate, features) > promise(best, features);
            if (allowed.contains(candidate) && better) {
                best = candidate;
            }
        }
        return best;
    }

    /** After a reward in [-1, 1] for an arm. */
    public LinUcb after(Intervention intervention, Features features, double reward) {
        Map<Intervention, LinearArm> learnt = new EnumMap<>(Intervention.class);
        learnt.putAll(arms);
        double clipped = Math.clamp(reward, -1, 1);
        learnt.put(intervention, arm(intervention).after(features.values(), clipped));
        return new LinUcb(learnt, revision + 1);
    }
}
