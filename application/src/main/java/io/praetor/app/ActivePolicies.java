package io.praetor.app;

import io.praetor.app.Reasoners.Attached;
import io.praetor.decision.ActingVersion;
import io.praetor.decision.ActiveVersionSource;
import io.praetor.decision.InstalledAuthority;
import io.praetor.decision.VersionManifest;
import io.praetor.patterns.PatternLibrary;
import io.praetor.patterns.life.ConfirmedPatterns;
import io.praetor.policy.PolicySet;
import io.praetor.policy.library.PolicyLibrary;
import io.praetor.reasoning.Opinion.Adviser;
import io.praetor.rules.RuleEngine;
import io.praetor.situation.Situation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The policies that act, compiled, by team. A replacement is seen whole by the next request;
 * requests under way finish under the library they started with. Thread-safe.
 */
public final class ActivePolicies implements ActiveVersionSource {
    private final Reasoners reasoners;
    private final PatternShelf patterns;
    private volatile Acting acting;

    /**
     * A policy set with what takes long to make: compiled rules, and who reasons beside them.
     *
     * @param governedId of the version without patterns
     */
    private record Prepared(RuleEngine rules, Optional<Attached> attached, String governedId) {
        static Prepared of(PolicySet policy, Reasoners reasoners) {
            Optional<Attached> attached = reasoners.of(policy);
            return new Prepared(
                    RuleEngine.compile(policy),
                    attached,
                    manifest(policy, attached, Optional.empty()).id());
        }

        private static VersionManifest manifest(
                PolicySet policy,
                Optional<Attached> attached,
                Optional<ConfirmedPatterns> patterns) {
            return new VersionManifest(
                    policy.header().hash(),
                    attached.map(it -> it.adviser().version()).orElse("none"),
                    VersionManifest.RESOLUTION,
                    patterns.map(ConfirmedPatterns::version).orElse("none"));
        }

        ActingVersion with(Optional<ConfirmedPatterns> patterns) {
            VersionManifest manifest = manifest(rules.policy(), attached, patterns);
            return attached.isEmpty() && patterns.isEmpty()
                    ? ActingVersion.ofRules(manifest.id(), rules)
                    : new ActingVersion(
                            manifest.id(),
                            rules,
                            patterns.<PatternLibrary>map(it -> it).orElse(PatternLibrary.EMPTY),
                            attached.map(Attached::reasoner),
                            InstalledAuthority.LIVE);
        }
    }

    /**
     * @param library what the versions were compiled from
     * @param prepared the standard set first
     * @param byTeam of every team that a set names
     */
    private record Acting(
            PolicyLibrary library,
            List<Prepared> prepared,
            ActingVersion standard,
            Map<String, ActingVersion> byTeam) {

        static Acting of(PolicyLibrary library, Reasoners reasoners, PatternShelf patterns) {
            List<Prepared> prepared =
                    library.all().stream().map(it -> Prepared.of(it, reasoners)).toList();
            patterns.serve(prepared.stream().map(Prepared::rules).toList());
            return with(library, prepared, patterns);
        }

        private static Acting with(
                PolicyLibrary library, List<Prepared> prepared, PatternShelf patterns) {
            Map<PolicySet, ActingVersion> versions = new HashMap<>();
            Map<String, ActingVersion> byTeam = new HashMap<>();
            for (Prepared each : prepared) {
                PolicySet policy = each.rules().policy();
                ActingVersion version = each.with(patterns.of(policy));
                versions.put(policy, version);
                if (library.others().contains(policy)) {
                    policy.team().teams().forEach(team -> byTeam.put(team, version));
                }
            }
            ActingVersion standard = Objects.requireNonNull(versions.get(library.standard()));
            return new Acting(library, prepared, standard, Map.copyOf(byTeam));
        }

        Acting with(PatternShelf patterns) {
            return with(library, prepared, patterns);
        }

        Optional<Adviser> adviser() {
            return prepared.stream()
                    .filter(it -> it.rules().policy().equals(library.standard()))
                    .findFirst()
                    .flatMap(Prepared::attached)
                    .map(Attached::adviser);
        }
    }

    /** Without patterns. */
    public ActivePolicies(PolicyLibrary library, Reasoners reasoners) {
        this(library, reasoners, PatternShelf.NONE);
    }

    public ActivePolicies(PolicyLibrary library, Reasoners reasoners, PatternShelf patterns) {
        this.reasoners = reasoners;
        this.patterns = patterns;
        acting = Acting.of(library, reasoners, patterns);
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
        return version.authority().equals(InstalledAuthority.LIVE)
                ? version.under(InstalledAuthority.over(situation, version.rules().policy()))
                : version;
    }

    /**
     * The id by which a family of versions knows the one that acts: without its patterns, each of
     * which a person approved and one correction stops.
     */
    public String governedId(ActingVersion version) {
        PolicySet policy = version.rules().policy();
        return acting.prepared().stream()
                .filter(it -> it.rules().policy().equals(policy))
                .findFirst()
                .map(Prepared::governedId)
                .orElse(version.id());
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

    public synchronized void replaceBy(PolicyLibrary library) {
        acting = Acting.of(library, reasoners, patterns);
    }

    /** Other patterns answer from the next request on. */
    public synchronized void patternsChanged() {
        acting = acting.with(patterns);
    }
}
