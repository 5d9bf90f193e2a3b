package io.praetor.policy.importing;

import io.praetor.policy.ConditionParser;
import io.praetor.policy.ConditionReading;
import io.praetor.policy.PolicySource;
import io.praetor.policy.SourcePosition;
import io.praetor.policy.document.Fields;
import io.praetor.policy.document.JsonDocument;
import io.praetor.policy.document.Node;
import io.praetor.policy.document.Node.Scalar;
import io.praetor.policy.document.Problems;
import io.praetor.policy.document.Range;
import io.praetor.policy.document.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a Hardbound rule list, {@code [{"name", "priority", "match", "decision", ...}, ...]} or the
 * same under {@code rules}, into a first-match section.
 *
 * <p>Tools become action types and categories families. {@code warn} becomes an allow with advice,
 * {@code escalate} and {@code defer} an attestation that asks for a person. A rate limit matches
 * once the actor has reached {@code maxCount} released actions within {@code windowMs}; a time
 * window matches inside it, days counting from Sunday as 0.
 */
public final class HardboundImporter {
    private static final Shape LIST = Shape.of("a rule list").requires("rules");
    private static final Shape RULE =
            Shape.of("a rule")
                    .requires("name", "priority", "decision")
                    .allows("match", "conditions", "reason");
    private static final Range PRIORITY = Range.whole(-1_000_000, 1_000_000);

    private final ConditionParser parser;
    private final Problems problems = new Problems();
    private final PolicyText policy;

    private HardboundImporter(ConditionParser parser, String file) {
        this.parser = parser;
        this.policy = new PolicyText(file);
    }

    public static ImportReading read(PolicySource source, ConditionParser parser) {
        return new HardboundImporter(parser, source.file()).list(source);
    }

    private ImportReading list(PolicySource source) {
        Optional<Node> root = JsonDocument.read(source, problems);
        policy.note(
                "Imported from a Hardbound rule list. To review: families and risks are guessed");
        policy.note(
                "from names; a rate limit matches once it is reached, a time window inside it;");
        policy.note("what no rule matches is denied.");
        List<Node> rules = root.map(this::rulesOf).orElse(List.of());
        List<Fields> read =
                rules.stream().flatMap(node -> Fields.of(node, RULE, problems).stream()).toList();
        HardboundMatches matches = new HardboundMatches(policy, problems);
        read.forEach(rule -> rule.node("match").ifPresent(matches::learn));
        read.forEach(rule -> rule(rule, matches));
        if (problems.hasErrors()) {
            return new ImportReading.Refused(
                    root.map(node -> new JsonPaths(node).mark(problems.inFileOrder()))
                            .orElse(problems.inFileOrder()));
        }
        return new ImportReading.Imported(policy.yaml("hardbound", "first-match"));
    }

    private List<Node> rulesOf(Node root) {
        List<Node> rules =
                root instanceof Node.Sequence list
                        ? list.items()
                        : Fields.of(root, LIST, problems)
                                .map(fields -> fields.items("rules"))
                                .orElse(List.of());
        if (rules.isEmpty() && !problems.hasErrors()) {
            problems.error(root.position(), "a list without rules");
        }
        return rules;
    }

    private void rule(Fields rule, HardboundMatches matches) {
        String name = rule.text("name").orElse("");
        String id = Slugs.of(name);
        Map<String, Object> written =
                PolicyText.ordered(
                        "id",
                        id,
                        "clause",
                        id,
                        "priority",
                        (long) rule.number("priority", PRIORITY).orElse(0));
        List<String> conditions = new ArrayList<>();
        rule.node("match")
                .ifPresent(
                        node -> {
                            matches.write(node, id, written, conditions);
                            conditions.forEach(cel -> check(cel, node.position()));
                        });
        conditions(rule, conditions);
        if (!conditions.isEmpty()) {
            String when = String.join(" && ", conditions);
            written.put("when", when);
            if (!problems.hasErrors()) {
                check(when, rule.position());
            }
        }
        HardboundDecision decision =
                rule.choice("decision", HardboundDecision.WORDS).orElse(HardboundDecision.DENY);
        String reason = rule.text("reason").orElse(name);
        decision.write(written, reason);
        if (!name.isEmpty() && !policy.clause(id, reason, decision.tier())) {
            problems.error(
                    rule.positionOf("name"), "its id " + id + " belongs to another rule already");
        }
        policy.rule(written);
    }

    private void conditions(Fields rule, List<String> conditions) {
        HardboundConditions writer = new HardboundConditions(problems);
        for (Node node : rule.items("conditions")) {
            writer.write(node)
                    .ifPresent(
                            condition -> {
                                Slugs.names(condition.actions(), problems).stream()
                                        .map(Scalar::text)
                                        .forEach(policy.families()::guess);
                                conditions.add(condition.cel());
                                check(condition.cel(), node.position());
                            });
        }
    }

    /** A condition of the source may hold a pattern or a word that ours refuses. */
    private void check(String cel, SourcePosition position) {
        if (parser.parse(cel, position) instanceof ConditionReading.Rejected(var found)) {
            found.forEach(
                    problem -> problems.error(position, problem.message(), problem.suggestion()));
        }
    }
}
