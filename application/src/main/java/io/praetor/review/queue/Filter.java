package io.praetor.review.queue;

import io.praetor.review.Case;
import io.praetor.situation.RiskLevel;
import java.util.Optional;

/** Which cases a reviewer asks for; what is absent restricts nothing. */
public record Filter(
        Mode mode, Optional<String> team, Optional<RiskLevel> tier, Optional<String> version) {
    public static final Filter UNREVIEWED =
            new Filter(Mode.UNREVIEWED, Optional.empty(), Optional.empty(), Optional.empty());

    /** Whether team, tier and version are those asked for; the mode is the queue's to judge. */
    public boolean admits(Case looked) {
        Case.Traits traits = looked.traits();
        return team.filter(wanted -> !wanted.equals(traits.team())).isEmpty()
                && tier.filter(wanted -> wanted != traits.tier()).isEmpty()
                && version.filter(wanted -> !wanted.equals(traits.version())).isEmpty();
    }
}
