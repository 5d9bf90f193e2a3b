package io.praetor.rollout.selection;

import io.praetor.decision.Authority;
import io.praetor.decision.Evaluator;
import io.praetor.rollout.evidence.Mode;
import java.util.Locale;
import java.util.Set;

/** What a mode lets each evaluator do in one decision; the only thing {@code decision} reads. */
public final class StageAuthority {
    private StageAuthority() {}

    /** Patterns and reasoning bind where the version is enforced or a canary, and nowhere else. */
    public static Authority of(Mode mode) {
        Set<Evaluator> all = Set.of(Evaluator.values());
        String stage = mode == Mode.ENFORCED ? "live" : mode.name().toLowerCase(Locale.ROOT);
        return switch (mode) {
            case SHADOW, ADVISORY -> new Authority(stage, Set.of(Evaluator.RULES), all);
            case CANARY, ENFORCED -> new Authority(stage, all, all);
        };
    }
}
