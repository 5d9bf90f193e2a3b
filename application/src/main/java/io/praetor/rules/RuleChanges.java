package io.praetor.rules;

import io.praetor.policy.Condition;
import io.praetor.policy.Waiver;
import io.praetor.rules.condition.Facts;
import io.praetor.situation.Resource;
import io.praetor.situation.Situation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The single changes that would turn one of a rule's tests round. */
final class RuleChanges {
    /** Just below a threshold: a hair, on the scale that trust is told on. */
    private static final double HAIR = 1e-4;

    private static final String UNKNOWN = "unknown";

    private final CompiledRule rule;
    private final Situation situation;
    private final Facts facts;
    private final List<Change> changes = new ArrayList<>();

    private RuleChanges(CompiledRule rule, Facts facts) {
        this.rule = rule;
        this.facts = facts;
        situation = facts.situation();
    }

    /**
     * @param scalar of the situation's trust
     */
    static List<Change> of(CompiledRule rule, Facts facts, double scalar) {
        RuleChanges of = new RuleChanges(rule, facts);
        if (rule.testsTrust()) {
            of.addTrust(scalar);
        }
        of.addRoles(facts.role());
        of.addAtp(rule.rule.atpCost());
        of.addResources();
        Stream.of(rule.rule.when(), rule.rule.waiver().map(Waiver::when))
                .flatMap(Optional::stream)
                .forEach(of::addCondition);
        return of.changes;
    }

    private void addTrust(double scalar) {
        double threshold = rule.threshold();
        boolean reached = scalar >= threshold;
        double target = reached ? threshold - HAIR : threshold;
        double size = Double.isNaN(scalar) ? Change.ANOTHER_WORD : Change.distance(scalar, target);
        if (target >= 0) {
            add(
                    "actor.trust",
                    target,
                    (reached ? "below " : "at least ") + Figures.share(threshold),
                    Double.isNaN(scalar) ? UNKNOWN : Figures.share(scalar),
                    size);
        }
    }

    private void addRoles(@Nullable String role) {
        for (String named : rule.rule.target().roles().stream().sorted().toList()) {
            if (!named.equals(role)) {
                add(
                        "actor.role",
                        named,
                        "`" + named + "`",
                        role == null ? UNKNOWN : "`" + role + "`",
                        Change.ANOTHER_WORD);
            }
        }
    }

    private void addAtp(double cost) {
        if (cost <= 0) {
            return;
        }
        OptionalDouble available = situation.actor().atpAvailable();
        boolean covered = available.isPresent() && available.getAsDouble() >= cost;
        double target = covered ? Math.max(0, cost - 1) : cost;
        add(
                "actor.atp",
                target,
                (covered ? "below " : "at least ") + Figures.amount(cost),
                available.isPresent() ? Figures.amount(available.getAsDouble()) : UNKNOWN,
                available.isPresent()
                        ? Change.distance(available.getAsDouble(), target)
                        : Change.ANOTHER_WORD);
    }

    private void addResources() {
        String id = situation.resource().id();
        for (String glob : rule.rule.target().resources()) {
            String example = glob.replaceAll("\\*+", "x");
            if (!rule.matches(glob, id)) {
                Resource other = Resource.of(example, situation.resource().properties());
                changes.add(
                        new Change(
                                rule,
                                "resource.id",
                                "matching `" + glob + "`",
                                id.isEmpty() ? "not named" : "`" + id + "`",
                                Change.ANOTHER_RESOURCE,
                                SituationEdit.rebuilt(situation, situation.action(), other)));
            }
        }
    }

    private void addCondition(Condition condition) {
        for (Proposals.Proposal proposal : ConditionChanges.of(condition, facts)) {
            add(
                    proposal.input(),
                    proposal.value(),
                    proposal.wanted(),
                    proposal.is(),
                    proposal.size());
        }
    }

    private void add(String input, @Nullable Object value, String wanted, String is, double size) {
        SituationEdit.set(situation, input, value)
                .filter(changed -> !changed.equals(situation))
                .map(changed -> new Change(rule, input, wanted, is, size, changed))
                .ifPresent(changes::add);
    }
}
