package io.praetor.suite;

import io.praetor.policy.ClauseId;
import io.praetor.policy.Effect;
import io.praetor.policy.Spelling;
import io.praetor.policy.document.Fields;
import io.praetor.policy.document.Node;
import io.praetor.policy.document.NodeValue;
import io.praetor.policy.document.Problems;
import io.praetor.policy.document.Shape;
import io.praetor.situation.Labels;
import io.praetor.situation.RiskLevel;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Binds one mapping of a scenario file to a scenario, or reports why it is none. */
final class ScenarioBinder {
    static final Shape SHAPE =
            Shape.of("a scenario")
                    .requires("id", "expected_decision")
                    .allows(
                            "title",
                            "situation",
                            "request",
                            "acceptable",
                            "refused",
                            "clauses",
                            "reasoning_elements",
                            "kind",
                            "difficulty",
                            "tier",
                            "high_risk",
                            "tags");

    private final Fields fields;
    private final Problems problems;

    ScenarioBinder(Fields fields, Problems problems) {
        this.fields = fields;
        this.problems = problems;
    }

    /** The scenario; one that stands for nothing where {@link Problems} has errors by now. */
    Scenario bind() {
        String id = fields.text("id").orElse("");
        Effect expected = label(Effect.class, "expected_decision").orElse(Effect.DENY);
        boolean isRefused = flag("refused").orElse(false);
        if (isRefused && expected != Effect.DENY) {
            problems.error(
                    fields.positionOf("expected_decision"),
                    "a refused request counts as deny, so deny is what to expect");
        }
        Optional<RiskLevel> tier = label(RiskLevel.class, "tier");
        return new Scenario(
                id,
                fields.text("title").orElse(id),
                request(),
                expected,
                effects("acceptable"),
                isRefused,
                texts("clauses").stream().map(ClauseId::new).toList(),
                texts("reasoning_elements"),
                label(Kind.class, "kind"),
                label(Difficulty.class, "difficulty"),
                tier,
                flag("high_risk").orElse(tier.filter(t -> t.atLeast(RiskLevel.HIGH)).isPresent()),
                texts("tags"));
    }

    private Scenario.Request request() {
        if (fields.has("situation") == fields.has("request")) {
            problems.error(
                    fields.position(),
                    "a scenario has either a `situation` or the text of a `request`");
        }
        if (fields.has("request")) {
            return new Scenario.Request.Text(fields.text("request").orElse(""));
        }
        return fields.node("situation")
                .map(this::situation)
                .orElse(new Scenario.Request.Parsed(Map.of()));
    }

    private Scenario.Request situation(Node node) {
        if (node instanceof Node.Mapping mapping) {
            return new Scenario.Request.Parsed(NodeValue.of(mapping));
        }
        problems.error(
                node.position(), "`situation` is a mapping of keys, not " + node.described());
        return new Scenario.Request.Parsed(Map.of());
    }

    private Optional<Boolean> flag(String key) {
        Optional<Node> node = fields.node(key);
        if (node.orElse(null) instanceof Node.Scalar scalar && scalar.kind() == Node.Kind.TRUTH) {
            return Optional.of(Boolean.parseBoolean(scalar.text()));
        }
        node.ifPresent(
                other ->
                        problems.error(
                                other.position(),
                                "`%s` is true or false, not %s".formatted(key, other.described())));
        return Optional.empty();
    }

    private List<String> texts(String key) {
        return scalars(key).stream().map(Node.Scalar::text).toList();
    }

    private List<Node.Scalar> scalars(String key) {
        return fields.items(key).stream()
                .flatMap(item -> Fields.text(item, problems).stream())
                .toList();
    }

    private Set<Effect> effects(String key) {
        Set<Effect> effects = EnumSet.noneOf(Effect.class);
        scalars(key).forEach(word -> label(Effect.class, word).ifPresent(effects::add));
        return effects;
    }

    private <E extends Enum<E>> Optional<E> label(Class<E> type, String key) {
        return fields.scalar(key).flatMap(word -> label(type, word));
    }

    private <E extends Enum<E>> Optional<E> label(Class<E> type, Node.Scalar word) {
        Optional<E> constant = Labels.read(type, word.text());
        if (constant.isEmpty()) {
            List<String> known = Arrays.stream(type.getEnumConstants()).map(Labels::of).toList();
            problems.error(
                    word.position(),
                    "%s is not one of %s"
                            .formatted(Problems.quoted(word.text()), String.join(", ", known)),
                    Spelling.closest(word.text(), known));
        }
        return constant;
    }
}
