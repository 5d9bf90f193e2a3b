package io.praetor.rules;

import io.praetor.policy.ClauseId;
import io.praetor.policy.Effect;
import io.praetor.policy.Glob;
import io.praetor.policy.PolicySet;
import io.praetor.policy.Rule;
import io.praetor.policy.TrustTest;
import io.praetor.policy.Waiver;
import io.praetor.rules.condition.CompiledCondition;
import io.praetor.rules.condition.Facts;
import io.praetor.rules.condition.Truth;
import io.praetor.situation.ActorKind;
import io.praetor.situation.RiskLevel;
import io.praetor.situation.Situation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A rule ready for evaluation: patterns and conditions compiled, words prepared. Thread-safe. */
final class CompiledRule {
    final Rule rule;

    /** Its place in its section: ascending priority in a first-match section, else file order. */
    final int order;

    final Consulted consulted;
    final Consulted consultedWhenWaived;
    final List<ClauseId> clauses;
    final List<ClauseId> clausesWhenWaived;

    /** How much is at stake where its clause bears. */
    final RiskLevel tier;

    /** The rule's own words, or its clause's. */
    final String reason;

    /** The waiving clause's words. */
    final String waiverReason;

    private final double threshold;
    private final boolean wantsLess;
    private final Set<ActorKind> kinds;
    private final Glob[] resources;

    /**
     * Whether its resources match in any letter case. A rule that holds back must not be escaped by
     * writing {@code Payroll}; one that allows must not open more than it names.
     */
    private final boolean ignoresCase;

    private final @Nullable CompiledCondition when;
    private final @Nullable CompiledCondition waivedWhen;

    CompiledRule(Rule rule, int order, PolicySet policy) {
        this.rule = rule;
        this.order = order;
        Optional<Waiver> waiver = rule.waiver();
        consulted = Consulted.by(rule.when(), Optional.empty());
        consultedWhenWaived = Consulted.by(rule.when(), waiver.map(Waiver::when));
        clauses = List.of(rule.clause());
        clausesWhenWaived = waiver.map(it -> List.of(it.clause(), rule.clause())).orElse(List.of());
        tier = tierOf(rule.clause(), policy);
        reason = rule.reason().orElseGet(() -> textOf(rule.clause(), policy));
        waiverReason = waiver.map(it -> textOf(it.clause(), policy)).orElse(reason);
        kinds = rule.target().kinds();
        ignoresCase = rule.effect().isStricterThan(Effect.ALLOW);
        resources =
                rule.target().resources().stream()
                        .map(ignoresCase ? Glob::folded : Glob::of)
                        .toArray(Glob[]::new);
        when = rule.when().map(CompiledCondition::of).orElse(null);
        threshold = rule.trust().map(TrustTest::threshold).orElse(TrustScale.UNKNOWN);
        wantsLess = rule.trust().filter(TrustTest.Below.class::isInstance).isPresent();
        waivedWhen = waiver.map(Waiver::when).map(CompiledCondition::of).orElse(null);
    }

    private static String textOf(ClauseId id, PolicySet policy) {
        var clause = policy.clauses().get(id);
        return clause == null ? id.value() : clause.text();
    }

    private static RiskLevel tierOf(ClauseId id, PolicySet policy) {
        var clause = policy.clauses().get(id);
        return clause == null ? RiskLevel.LOW : clause.tier();
    }

    /** Whether action and kind of actor are what the rule is about. */
    boolean isForAction(Situation situation) {
        Set<String> actions = rule.target().actions();
        return (actions.isEmpty() || actions.contains(situation.action().type()))
                && (kinds.isEmpty() || kinds.contains(situation.actor().kind()));
    }

    /** Whether kind of actor and resource are what the rule is about. */
    boolean isAbout(Facts facts) {
        return (kinds.isEmpty() || kinds.contains(facts.situation().actor().kind()))
                && (resources.length == 0 || coversResource(facts));
    }

    private boolean coversResource(Facts facts) {
        String id = ignoresCase ? facts.foldedResource() : facts.situation().resource().id();
        if (id.isEmpty()) {
            return false;
        }
        for (Glob glob : resources) {
            if (glob.matches(id)) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of its patterns covers a resource's id. */
    boolean matches(String glob, String id) {
        return ignoresCase ? Glob.folded(glob).matches(Glob.fold(id)) : Glob.of(glob).matches(id);
    }

    /** Whether the role acted in is among those named; an unknown role is among none. */
    boolean admitsRole(@Nullable String role) {
        return rule.target().roles().isEmpty()
                || (role != null && rule.target().roles().contains(role));
    }

    /** What the condition comes to; true where there is none. */
    Truth test(Facts facts) {
        return when == null ? Truth.Known.TRUE : when.test(facts);
    }

    /** What the waiver's condition comes to; false where there is none. */
    Truth waived(Facts facts) {
        return waivedWhen == null ? Truth.Known.FALSE : waivedWhen.test(facts);
    }

    boolean testsTrust() {
        return rule.trust().isPresent();
    }

    /** What trust is compared with; NaN where the rule does not test it. */
    double threshold() {
        return threshold;
    }

    /** Whether the rule wants trust below its threshold instead of at least that. */
    boolean wantsLess() {
        return wantsLess;
    }

    /** Whether the trust test holds; an unknown scalar is below every threshold. */
    boolean holdsAt(double scalar) {
        return !testsTrust() || (scalar >= threshold) != wantsLess;
    }

    /** The patterns of its target; none where every resource will do. */
    List<Glob> resources() {
        return List.of(resources);
    }
}
