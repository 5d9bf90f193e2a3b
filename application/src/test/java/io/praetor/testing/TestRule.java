package io.praetor.testing;

import io.praetor.policy.ClauseId;
import io.praetor.policy.Condition;
import io.praetor.policy.Effect;
import io.praetor.policy.Obligation;
import io.praetor.policy.Rule;
import io.praetor.policy.RuleId;
import io.praetor.policy.Target;
import io.praetor.policy.TrustTest;
import io.praetor.policy.Waiver;
import io.praetor.situation.ActorKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** A rule under construction: it allows everything until it is told otherwise. */
public final class TestRule {
    private final String id;
    private Target target = Target.ANY;
    private Optional<Condition> when = Optional.empty();
    private Optional<TrustTest> trust = Optional.empty();
    private Effect effect = Effect.ALLOW;
    private final List<Obligation> obligations = new ArrayList<>();
    private Optional<Waiver> waiver = Optional.empty();
    private double atpCost;
    private OptionalInt priority = OptionalInt.empty();
    private Optional<String> advice = Optional.empty();

    private TestRule(String id) {
        this.id = id;
    }

    /** A rule that enforces the clause {@code c.ID}. */
    public static TestRule named(String id) {
        return new TestRule(id);
    }

    public TestRule actions(String... actions) {
        return target(Set.of(actions), target.roles(), target.resources(), target.kinds());
    }

    public TestRule roles(String... roles) {
        return target(target.actions(), Set.of(roles), target.resources(), target.kinds());
    }

    public TestRule resources(String... globs) {
        return target(target.actions(), target.roles(), List.of(globs), target.kinds());
    }

    public TestRule kinds(ActorKind... kinds) {
        return target(target.actions(), target.roles(), target.resources(), Set.of(kinds));
    }

    private TestRule target(
            Set<String> actions, Set<String> roles, List<String> globs, Set<ActorKind> kinds) {
        target = new Target(actions, roles, globs, kinds);
        return this;
    }

    public TestRule when(String condition) {
        when = Optional.of(TestPolicies.condition(condition));
        return this;
    }

    public TestRule trust(double atLeast) {
        trust = Optional.of(new TrustTest.AtLeast(atLeast));
        return this;
    }

    public TestRule trustBelow(double threshold) {
        trust = Optional.of(new TrustTest.Below(threshold));
        return this;
    }

    public TestRule deny() {
        effect = Effect.DENY;
        return this;
    }

    public TestRule mfa() {
        effect = Effect.REQUIRE_MFA;
        obligations.add(new Obligation.SecondFactor(clause(id)));
        return this;
    }

    public TestRule attest() {
        effect = Effect.REQUIRE_ATTESTATION;
        return approval(Obligation.Attester.PEER);
    }

    /** In a law section the effect stays ALLOW and the obligation asks. */
    public TestRule approval(Obligation.Attester by) {
        obligations.add(new Obligation.Attestation(clause(id), by, 1, Optional.empty()));
        return this;
    }

    public TestRule waivedWhen(String condition) {
        waiver = Optional.of(new Waiver(clause(id + ".waiver"), TestPolicies.condition(condition)));
        return this;
    }

    public TestRule atp(double cost) {
        atpCost = cost;
        return this;
    }

    public TestRule priority(int lowerFirst) {
        priority = OptionalInt.of(lowerFirst);
        return this;
    }

    public TestRule advice(String note) {
        advice = Optional.of(note);
        return this;
    }

    public Rule build() {
        return new Rule(
                new RuleId(id),
                clause(id),
                target,
                when,
                trust,
                effect,
                obligations,
                waiver,
                atpCost,
                priority,
                Optional.empty(),
                advice,
                TestPolicies.NOWHERE);
    }

    public static ClauseId clause(String id) {
        return new ClauseId("c." + id);
    }
}
