package io.praetor.trainer.corpus;

import io.praetor.policy.ActionFamily;
import io.praetor.policy.PolicySet;
import io.praetor.situation.Action;
import io.praetor.situation.Actor;
import io.praetor.situation.ActorKind;
import io.praetor.situation.Attributes;
import io.praetor.situation.Context;
import io.praetor.situation.Identity;
import io.praetor.situation.IdentityLevel;
import io.praetor.situation.Resource;
import io.praetor.situation.RiskLevel;
import io.praetor.situation.Situation;
import io.praetor.situation.Trend;
import io.praetor.situation.Trust;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/** Draws situations as a team of the sample policy might send them. */
final class SituationDraws {
    /** A Monday; requests come within four weeks of it. */
    private static final Instant FROM = Instant.parse("2026-03-02T00:00:00Z");

    private static final int MINUTES = 4 * 7 * 24 * 60;

    private static final List<String> ROLES =
            List.of("admin", "developer", "deployer", "reviewer", "member", "observer");

    private static final List<String> ACTORS =
            List.of("user:", "user:", "bot:", "agent:", "lct:web4:");

    private static final List<String> RESOURCES =
            List.of(
                    "",
                    "docs/guide.md",
                    "docs/handbook.md",
                    "repo:web",
                    "repo:payments",
                    "env:staging",
                    "env:production",
                    "env:dev",
                    "db:production/orders",
                    "db:staging/orders",
                    "config:deploy/web.yaml",
                    "config:feature-flags/a.yaml",
                    "secret:payments/api-key",
                    "payroll:2026",
                    "hr:files/7",
                    "crm:accounts",
                    "audit:log",
                    "monitoring:alerts",
                    "team:web",
                    "ticket:4711",
                    "wiki:start",
                    "tests/unit/a.java",
                    "service:api-production",
                    "service:api-staging",
                    "infra/network.tf",
                    "policies/team.yaml",
                    "customers/list.csv",
                    "queue:jobs",
                    "model:ranking",
                    "calendar:team",
                    "dashboard:sales",
                    "bucket:archive");

    private static final List<String> SHARES =
            List.of(
                    "witness_diversity",
                    "pattern_deviation",
                    "trivial_share",
                    "off_hours_share",
                    "timing_correlation",
                    "load",
                    "drift",
                    "error_rate");

    private static final List<String> NOT_COVERED =
            List.of("levitate", "dream", "negotiate", "bet");

    private static final List<String> SENSITIVE =
            List.of("secret:payments/api-key", "payroll:2026", "hr:files/7", "crm:accounts");

    /**
     * A person who looks at something sensitive: rare otherwise, and the way to a second factor.
     */
    private static final double SENSITIVE_LOOKS = .2;

    private final RandomGenerator random;
    private final List<List<String>> families;
    private final List<String> looks;

    SituationDraws(RandomGenerator random, PolicySet policy) {
        this.random = random;
        families =
                policy.families().keySet().stream()
                        .sorted()
                        .map(family -> actions(policy, family))
                        .toList();
        looks = actions(policy, "read");
    }

    private static List<String> actions(PolicySet policy, String family) {
        ActionFamily found = policy.families().get(family);
        if (found == null) {
            throw new IllegalArgumentException("the policy has no family `%s`".formatted(family));
        }
        return found.actions().stream().sorted().toList();
    }

    Situation draw(Optional<String> prose) {
        boolean isLook = is(SENSITIVE_LOOKS);
        String actor = (isLook ? "user:" : drawn(ACTORS)) + "a" + random.nextInt(90);
        return new Situation(
                Optional.empty(),
                new Actor(
                        actor,
                        ActorKind.ofId(actor),
                        is(.95) ? Optional.of(drawn(ROLES)) : Optional.empty(),
                        trust(isLook ? .7 : .35),
                        identity(),
                        OptionalDouble.empty(),
                        Attributes.NONE),
                new Action(isLook ? drawn(looks) : action(), Attributes.NONE, Optional.empty()),
                Resource.of(drawn(isLook ? SENSITIVE : RESOURCES)),
                context(prose),
                FROM.plus(Duration.ofMinutes(random.nextInt(MINUTES))));
    }

    private String action() {
        if (is(.12)) {
            return drawn(NOT_COVERED);
        }
        return drawn(drawn(families));
    }

    private Trust trust(double lowest) {
        if (is(.04)) {
            return Trust.UNKNOWN;
        }
        double middle = lowest + random.nextDouble() * (.95 - lowest);
        return Trust.of(near(middle), near(middle), near(middle));
    }

    private double near(double middle) {
        double share = middle + (random.nextDouble() - .5) * .2;
        return Math.round(Math.clamp(share, 0, 1) * 100) / 100.0;
    }

    private Identity identity() {
        return new Identity(
                is(.7) ? Optional.of(drawn(List.of(IdentityLevel.values()))) : Optional.empty(),
                is(.6)
                        ? OptionalDouble.of(.4 + random.nextInt(60) / 100.0)
                        : OptionalDouble.empty(),
                is(.6) ? Optional.of(drawn(List.of(Trend.values()))) : Optional.empty());
    }

    /** Prose stands as what it is for, as history, or as the action's circumstances. */
    private Context context(Optional<String> prose) {
        boolean isHistory = is(.3);
        return new Context(
                Optional.empty(),
                Optional.empty(),
                isHistory ? prose.stream().toList() : List.of(),
                isHistory ? Optional.empty() : prose,
                is(.2) ? Optional.of(drawn(List.of(RiskLevel.values()))) : Optional.empty(),
                is(.07)
                        ? Optional.of(drawn(List.of("none", "disk full", "slow")))
                        : Optional.empty(),
                is(.04) ? Optional.of("asked olivia") : Optional.empty(),
                Optional.empty(),
                signals(),
                Context.CoherenceState.UNKNOWN,
                List.of(),
                Optional.empty(),
                Attributes.NONE,
                Attributes.NONE);
    }

    private Attributes signals() {
        if (is(.65)) {
            return Attributes.NONE;
        }
        Map<String, Object> signals = new LinkedHashMap<>();
        for (int i = random.nextInt(2); i >= 0; i--) {
            signals.put(drawn(SHARES), random.nextInt(101) / 100.0);
        }
        if (is(.1)) {
            signals.put("clean_runs", (double) random.nextInt(300));
        }
        return new Attributes(signals);
    }

    private boolean is(double probability) {
        return random.nextDouble() < probability;
    }

    private <T> T drawn(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
