package io.praetor.policy.reading;

import io.praetor.policy.ClauseId;
import io.praetor.policy.CombiningAlgorithm;
import io.praetor.policy.Effect;
import io.praetor.policy.Rule;
import io.praetor.policy.RuleId;
import io.praetor.policy.Target;
import io.praetor.policy.TrustTest;
import io.praetor.policy.Waiver;
import io.praetor.policy.document.Fields;
import io.praetor.policy.document.Node;
import io.praetor.policy.document.Node.Scalar;
import io.praetor.policy.document.Problems;
import io.praetor.policy.document.Range;
import io.praetor.policy.document.Shape;
import io.praetor.situation.ActorKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads one rule, as its section's combining algorithm wants it. */
final class RuleBinder {
    private static final Range PRIORITY = Range.whole(-1_000_000, 1_000_000);

    private final Vocabulary vocabulary;
    private final ObligationBinder obligations;
    private final ConditionBinder conditions;
    private final Problems problems;
    private final Names ruleIds = new Names("rule");

    RuleBinder(
            Vocabulary vocabulary,
            ObligationBinder obligations,
            ConditionBinder conditions,
            Problems problems) {
        this.vocabulary = vocabulary;
        this.obligations = obligations;
        this.conditions = conditions;
        this.problems = problems;
    }

    /**
     * A rule as it was read.
     *
     * @param actions its action types, each with the word in the file that named it
     */
    record Read(Rule rule, Map<String, Scalar> actions) {}

    Optional<Read> bind(Node node, CombiningAlgorithm combine) {
        return switch (combine) {
            case LAW -> Fields.of(node, PolicyShapes.LAW_RULE, problems).map(this::law);
            case FIRST_MATCH -> matching(node, PolicyShapes.ORDERED_RULE);
            case DENY_OVERRIDES -> matching(node, PolicyShapes.RULE);
        };
    }

    private Read law(Fields fields) {
        ClauseId clause = vocabulary.clause(fields, "clause");
        Map<String, Scalar> actions = vocabulary.actions(fields);
        Set<String> roles = vocabulary.roles(fields);
        if (!fields.has("roles")) {
            problems.warning(fields.position(), "names no roles: anybody may, known or unknown");
        }
        Rule rule =
                new Rule(
                        id(fields),
                        clause,
                        new Target(actions.keySet(), roles, List.of(), Set.of()),
                        Optional.empty(),
                        fields.node("trust").flatMap(this::atLeast),
                        Effect.ALLOW,
                        obligations.ofApproval(fields, clause).stream().toList(),
                        waiver(fields),
                        fields.number("atp", Range.atLeast(0)).orElse(0),
                        OptionalInt.empty(),
                        fields.text("reason"),
                        fields.text("advice"),
                        fields.position());
        return new Read(rule, actions);
    }

    private Optional<Waiver> waiver(Fields rule) {
        if (rule.has("waive") && !ObligationBinder.asksForApproval(rule)) {
            problems.error(rule.positionOf("waive"), "nothing to waive: no approval is asked for");
        }
        return rule.fields("waive", PolicyShapes.WAIVER)
                .flatMap(
                        fields -> {
                            ClauseId clause = vocabulary.clause(fields, "clause");
                            return conditions
                                    .bind(fields, "when")
                                    .map(condition -> new Waiver(clause, condition));
                        });
    }

    private Optional<Read> matching(Node node, Shape shape) {
        return Fields.of(node, shape, problems).map(fields -> matching(fields, shape));
    }

    private Read matching(Fields fields, Shape shape) {
        ClauseId clause = vocabulary.clause(fields, "clause");
        Map<String, Scalar> actions = vocabulary.actions(fields);
        Effect effect = fields.choice("effect", Words.EFFECTS).orElse(Effect.DENY);
        Optional<String> reason = fields.text("reason");
        Rule rule =
                new Rule(
                        id(fields),
                        clause,
                        target(fields, actions.keySet()),
                        conditions.bind(fields, "when"),
                        fields.node("trust").flatMap(this::trustTest),
                        effect,
                        obligations.ofEffect(fields, effect, clause, reason),
                        Optional.empty(),
                        0,
                        shape.keys().contains("priority") ? priority(fields) : OptionalInt.empty(),
                        reason,
                        fields.text("advice"),
                        fields.position());
        return new Read(rule, actions);
    }

    private Target target(Fields fields, Set<String> actions) {
        Set<ActorKind> kinds =
                fields.texts("kinds").stream()
                        .flatMap(
                                kind ->
                                        Fields.choice("kinds", kind, Words.KINDS, problems)
                                                .stream())
                        .collect(Collectors.toSet());
        return new Target(
                actions,
                vocabulary.roles(fields),
                Globs.read(fields, "resources", problems),
                kinds);
    }

    private RuleId id(Fields fields) {
        return fields.scalar("id")
                .filter(name -> Names.isId("rule", name, problems))
                .filter(name -> ruleIds.isNew(name, problems))
                .map(name -> new RuleId(name.text()))
                .orElse(new RuleId(""));
    }

    private static OptionalInt priority(Fields fields) {
        return fields.has("priority")
                ? OptionalInt.of((int) fields.number("priority", PRIORITY).orElse(0))
                : OptionalInt.empty();
    }

    private Optional<TrustTest> trustTest(Node node) {
        if (node instanceof Scalar) {
            return atLeast(node);
        }
        return Fields.of(node, PolicyShapes.TRUST_TEST, problems)
                .map(fields -> fields.number("below", Range.UNIT))
                .filter(OptionalDouble::isPresent)
                .map(threshold -> new TrustTest.Below(threshold.getAsDouble()));
    }

    private Optional<TrustTest> atLeast(Node node) {
        OptionalDouble threshold = Fields.number(node, Range.UNIT, problems);
        return threshold.isPresent()
                ? Optional.of(new TrustTest.AtLeast(threshold.getAsDouble()))
                : Optional.empty();
    }
}
