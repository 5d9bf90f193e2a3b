package io.praetor.app;

import io.praetor.app.Reasoners.Attached;
import io.praetor.decision.ActingVersion;
import io.praetor.decision.ActiveVersionSource;
import io.praetor.decision.InstalledAuthority;
import io.praetor.decision.VersionManifest;
import io.praetor.patterns.PatternLibrary;
import io.praetor.policy.PolicySet;
import io.praetor.policy.library.PolicyLibrary;
import io.praetor.reasoning.Opinion.Adviser;
import io.praetor.rules.RuleEngine;
import io.praetor.situation.Situation;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The policies that act, compiled, by team. A replacement is seen whole by the next request;
 * requests under way finish under the library they started with. Thread-safe.
 */
public final class ActivePolicies implements ActiveVersionSource {
    private final Reasoners reasoners;
    private volatile Acting acting;

    /**
     * @param library what the versions were compiled from
     * @param byTeam of every team that a set names
     */
    private record Acting(
            PolicyLibrary library,
            ActingVersion standard,
            Optional<Adviser> adviser,
            Map<String, ActingVersion> byTeam) {

        static Acting of(PolicyLibrary library, Reasoners reasoners) {
            Map<String, ActingVersion> byTeam = new HashMap<>();
            for (PolicySet policy : library.others()) {
                ActingVersion version = compiled(policy, reasoners.of(policy));
                policy.team().teams().forEach(team -> byTeam.put(team, version));
            }
            Optional<Attached> standard = reasoners.of(library.standard());
            return new Acting(
                    library,
                    compiled(library.standard(), standard),
                    standard.map(Attached::adviser),
                    Map.copyOf(byTeam));
        }

        private static ActingVersion compiled(PolicySet policy, Optional<Attached> attached) {
            RuleEngine rules = RuleEngine.compile(policy);
            VersionManifest manifest =
                    new VersionManifest(
                            policy.header().hash(),
                            attached.map(it -> it.adviser().version()).orElse("none"),
                            VersionManifest.RESOLUTION);
            return attached.map(
                            it ->
                                    new ActingVersion(
                                            manifest.id(),
                                            rules,
                                            PatternLibrary.EMPTY,
                                            Optional.of(it.reasoner()),
                                            InstalledAuthority.LIVE))
                    .orElseGet(() -> ActingVersion.ofRules(manifest.id(), rules));
        }
    }

    public ActivePolicies(PolicyLibrary library, Reasoners reasoners) {
        this.reasoners = reasoners;
        acting = Acting.of(library, reasoners);
    }

    @Override
    public ActingVersion actingFor(Situation situation) {
        Acting now = acting;
        ActingVersion version =
                situation
                        .context()
                        .team()
                        .map(team -> now.byTeam().getOrDefault(team, now.standard()))
                        .orElse(now.standard());
        return version.reasoner().isEmpty()
                ? version
                : version.under(InstalledAuthority.over(situation, version.rules().policy()));
    }

    /** The version that decides for requests that name no team. */
    public ActingVersion standard() {
        return acting.standard();
    }

    /** Who reasons beside that version's rules, where anybody does. */
    public Optional<Adviser> adviser() {
        return acting.adviser();
    }

    public PolicyLibrary library() {
        return acting.library();
    }

    public void replaceBy(PolicyLibrary library) {
        acting = Acting.of(library, reasoners);
    }
}
