package io.praetor.app;

import io.praetor.decision.ActingVersion;
import io.praetor.decision.ActiveVersionSource;
import io.praetor.decision.VersionManifest;
import io.praetor.policy.PolicySet;
import io.praetor.policy.library.PolicyLibrary;
import io.praetor.rules.RuleEngine;
import io.praetor.situation.Situation;
import java.util.HashMap;
import java.util.Map;

/**
 * The policies that act, compiled, by team. A replacement is seen whole by the next request;
 * requests under way finish under the library they started with. Thread-safe.
 */
public final class ActivePolicies implements ActiveVersionSource {
    private volatile Acting acting;

    /**
     * @param library what the versions were compiled from
     * @param byTeam of every team that a set names
     */
    private record Acting(
            PolicyLibrary library, ActingVersion standard, Map<String, ActingVersion> byTeam) {

        static Acting of(PolicyLibrary library) {
            Map<String, ActingVersion> byTeam = new HashMap<>();
            for (PolicySet policy : library.others()) {
                ActingVersion version = compiled(policy);
                policy.team().teams().forEach(team -> byTeam.put(team, version));
            }
            return new Acting(library, compiled(library.standard()), Map.copyOf(byTeam));
        }

        private static ActingVersion compiled(PolicySet policy) {
            VersionManifest manifest =
                    new VersionManifest(policy.header().hash(), "none", VersionManifest.RESOLUTION);
            return ActingVersion.ofRules(manifest.id(), RuleEngine.compile(policy));
        }
    }

    public ActivePolicies(PolicyLibrary library) {
        acting = Acting.of(library);
    }

    @Override
    public ActingVersion actingFor(Situation situation) {
        Acting now = acting;
        return situation
                .context()
                .team()
                .map(team -> now.byTeam().getOrDefault(team, now.standard()))
                .orElse(now.standard());
    }

    /** The version that decides for requests that name no team. */
    public ActingVersion standard() {
        return acting.standard();
    }

    public PolicyLibrary library() {
        return acting.library();
    }

    public void replaceBy(PolicyLibrary library) {
        acting = Acting.of(library);
    }
}
