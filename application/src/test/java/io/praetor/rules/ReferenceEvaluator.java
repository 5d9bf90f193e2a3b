package io.praetor.rules;

import io.praetor.policy.Ambiguity;
import io.praetor.policy.ClauseId;
import io.praetor.policy.Condition;
import io.praetor.policy.Effect;
import io.praetor.policy.Obligation;
import io.praetor.policy.Rule;
import io.praetor.policy.Section;
import io.praetor.policy.TrustTest;
import io.praetor.policy.Waiver;
import io.praetor.rules.condition.CompiledCondition;
import io.praetor.rules.condition.Facts;
import io.praetor.rules.condition.PolicyTables;
import io.praetor.rules.condition.Truth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The design page once more, as plainly as it can be written: every rule is looked at in turn, and
 * cel-java interprets the conditions. Only the name of a missing input is taken from ours.
 */
final class ReferenceEvaluator {
    private final ReferenceFacts facts;
    private final Function<Condition, Optional<Boolean>> truths;
    private final List<Fired> fired = new ArrayList<>();
    private final Set<String> missing = new TreeSet<>();
    private boolean failed;
    private boolean narrow;

    /** A rule that fired, the clauses it names and the conditions it has read. */
    private record Fired(
            Rule rule,
            Effect effect,
            List<Obligation> obligations,
            List<ClauseId> clauses,
            List<Condition> read) {}

    ReferenceEvaluator(ReferenceFacts facts, Function<Condition, Optional<Boolean>> truths) {
        this.facts = facts;
        this.truths = truths;
    }

    ReferenceResult evaluate() {
        for (Section section : facts.policy().sections()) {
            switch (section.combine()) {
                case LAW -> law(section);
                case FIRST_MATCH -> firstMatch(section);
                case DENY_OVERRIDES -> section.rules().forEach(this::denyOverrides);
            }
        }
        Effect strictest =
                fired.stream().map(Fired::effect).reduce(Effect.ALLOW, Effect::strictest);
        boolean denied = strictest == Effect.DENY;
        boolean applies = !fired.isEmpty() && (denied || !failed);
        List<Fired> determining = fired.stream().filter(it -> it.effect == strictest).toList();
        return new ReferenceResult(
                applies ? "applicable" : failed ? "indeterminate" : "not applicable",
                strictest,
                applies && !denied ? ambiguities() : Set.of(),
                determining.stream().map(it -> it.rule.id()).toList(),
                unite(determining, Fired::clauses),
                denied ? Set.of() : unite(fired, Fired::obligations),
                missing,
                fired.stream().flatMap(it -> it.rule.advice().stream()).toList(),
                facts.risk(fired.stream().map(it -> it.rule.clause()).toList()));
    }

    private Set<Ambiguity> ambiguities() {
        Set<String> consulted =
                unite(fired, Fired::read).stream()
                        .flatMap(condition -> condition.inputs().stream())
                        .collect(Collectors.toSet());
        return new ReferenceAmbiguities(facts, consulted, missing, narrow).found();
    }

    private static <T> Set<T> unite(List<Fired> fired, Function<Fired, List<T>> part) {
        return fired.stream().flatMap(it -> part.apply(it).stream()).collect(Collectors.toSet());
    }

    private void law(Section section) {
        for (Rule rule : section.rules()) {
            Optional<Boolean> exists = facts.isAbout(rule) ? test(rule.when()) : Optional.of(false);
            if (exists.isEmpty()) {
                fail(rule);
                return;
            }
            if (exists.get()) {
                judge(rule);
                return;
            }
        }
    }

    /** Role, trust, ATP, approval, in this order. */
    private void judge(Rule rule) {
        OptionalDouble atp = facts.situation().actor().atpAvailable();
        boolean trusted = rule.trust().map(it -> facts.reaches(it.threshold())).orElse(true);
        boolean free = rule.atpCost() == 0 || (atp.isEmpty() && !facts.policy().chargeAbsentAtp());
        if (!facts.admitsRole(rule.target())) {
            deny(rule, facts.role().isEmpty(), "actor.role");
        } else if (!trusted) {
            deny(rule, facts.scalar().isEmpty(), "actor.trust");
        } else if (!free && atp.orElse(-1) < rule.atpCost()) {
            deny(rule, atp.isEmpty(), "actor.atp");
        } else {
            narrow |= rule.trust().filter(it -> facts.reachesNarrowly(it.threshold())).isPresent();
            approve(rule);
        }
    }

    private void deny(Rule rule, boolean isMissing, String input) {
        if (isMissing) {
            missing.add(input);
        }
        fire(rule, Effect.DENY, List.of());
    }

    private void approve(Rule rule) {
        Optional<Waiver> waiver = rule.waiver().filter(_ -> !rule.obligations().isEmpty());
        Optional<Boolean> waived =
                waiver.map(it -> truths.apply(it.when())).orElse(Optional.of(false));
        if (waived.isEmpty()) {
            want(waiver.map(Waiver::when));
        }
        if (waived.orElse(false)) {
            fired.add(
                    new Fired(
                            rule,
                            Effect.ALLOW,
                            List.of(),
                            List.of(rule.clause(), waiver.orElseThrow().clause()),
                            List.of(
                                    waiver.orElseThrow().when(),
                                    rule.when().orElse(waiver.get().when()))));
        } else {
            boolean asks = !rule.obligations().isEmpty();
            fire(rule, asks ? Effect.REQUIRE_ATTESTATION : Effect.ALLOW, rule.obligations());
        }
    }

    private void firstMatch(Section section) {
        List<Rule> sorted = new ArrayList<>(section.rules());
        sorted.sort(Comparator.comparingInt(it -> it.priority().orElse(Integer.MAX_VALUE)));
        for (Rule rule : sorted) {
            Optional<Boolean> fires = fires(rule);
            if (fires.isEmpty()) {
                fail(rule);
                return;
            }
            if (fires.get()) {
                fire(rule, rule.effect(), rule.obligations());
                return;
            }
        }
    }

    private void denyOverrides(Rule rule) {
        Optional<Boolean> fires = fires(rule);
        if (fires.isEmpty() && rule.effect() == Effect.ALLOW) {
            want(rule.when());
        } else if (fires.isEmpty()) {
            fail(rule);
        } else if (fires.get()) {
            fire(rule, rule.effect(), rule.obligations());
        }
    }

    /** Target, trust and condition all hold; empty where only the condition's failure is left. */
    private Optional<Boolean> fires(Rule rule) {
        if (!facts.isAbout(rule) || !facts.admitsRole(rule.target())) {
            return Optional.of(false);
        }
        Optional<Boolean> when = test(rule.when());
        if (rule.trust().isEmpty()) {
            return when;
        }
        TrustTest trust = rule.trust().get();
        if (when.equals(Optional.of(true))) {
            missing.addAll(facts.scalar().isEmpty() ? Set.of("actor.trust") : Set.of());
            narrow |= facts.reachesNarrowly(trust.threshold());
        }
        boolean holds = facts.reaches(trust.threshold()) == trust instanceof TrustTest.AtLeast;
        return holds ? when : Optional.of(false);
    }

    private Optional<Boolean> test(Optional<Condition> condition) {
        return condition.map(truths).orElse(Optional.of(true));
    }

    private void fire(Rule rule, Effect effect, List<Obligation> obligations) {
        fired.add(
                new Fired(
                        rule,
                        effect,
                        obligations,
                        List.of(rule.clause()),
                        rule.when().stream().toList()));
    }

    private void fail(Rule rule) {
        failed = true;
        want(rule.when());
    }

    private void want(Optional<Condition> condition) {
        CompiledCondition compiled = CompiledCondition.of(condition.orElseThrow());
        if (compiled.test(new Facts(facts.situation(), new PolicyTables(facts.policy())))
                instanceof Truth.Failure failure) {
            failure.missing().ifPresent(missing::add);
        }
    }
}
