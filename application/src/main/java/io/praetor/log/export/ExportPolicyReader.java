package io.praetor.log.export;

import dev.cel.common.CelValidationException;
import io.praetor.log.export.Masking.Mask;
import io.praetor.policy.PolicyProblem;
import io.praetor.policy.PolicySource;
import io.praetor.policy.SourcePosition;
import io.praetor.policy.document.Fields;
import io.praetor.policy.document.Node;
import io.praetor.policy.document.Node.Scalar;
import io.praetor.policy.document.Problems;
import io.praetor.policy.document.Shape;
import io.praetor.policy.document.YamlDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads an export policy from YAML; {@code docs/log.md} shows one. */
public final class ExportPolicyReader {
    private static final Shape POLICY = Shape.of("an export policy").allows("drop", "mask");
    private static final Shape DROP = Shape.of("a drop rule").requires("when");
    private static final Shape MASK =
            Shape.of("a mask").requires("field", "action").allows("value", "when");

    private static final String REPLACE = "replace";

    private final Problems problems = new Problems();

    private ExportPolicyReader() {}

    /** A policy, or everything that is wrong with it. */
    public sealed interface Reading {
        record Accepted(ExportPolicy policy) implements Reading {}

        record Rejected(List<PolicyProblem> problems) implements Reading {
            public Rejected {
                problems = List.copyOf(problems);
            }
        }
    }

    public static Reading read(PolicySource source) {
        ExportPolicyReader reader = new ExportPolicyReader();
        Optional<ExportPolicy> policy =
                YamlDocument.read(source, reader.problems)
                        .flatMap(root -> Fields.of(root, POLICY, reader.problems))
                        .map(reader::policy);
        return policy.isPresent() && !reader.problems.hasErrors()
                ? new Reading.Accepted(policy.get())
                : new Reading.Rejected(reader.problems.inFileOrder());
    }

    private ExportPolicy policy(Fields fields) {
        List<EventCondition> drops = new ArrayList<>();
        for (Node item : fields.items("drop")) {
            Fields.of(item, DROP, problems)
                    .flatMap(rule -> rule.scalar("when"))
                    .flatMap(this::condition)
                    .ifPresent(drops::add);
        }
        List<Mask> masks = new ArrayList<>();
        for (Node item : fields.items("mask")) {
            Fields.of(item, MASK, problems).flatMap(this::mask).ifPresent(masks::add);
        }
        return new ExportPolicy(drops, masks);
    }

    private Optional<Mask> mask(Fields fields) {
        Optional<Pointer> field = fields.scalar("field").flatMap(this::pointer);
        Optional<String> value = fields.text("value");
        Optional<Masking> masking = fields.choice("action", maskings(value.orElse("")));
        boolean replaces = masking.orElse(null) instanceof Masking.Replace;
        if (replaces && value.isEmpty()) {
            problems.error(fields.position(), "`replace` needs a `value`");
        } else if (!replaces && fields.has("value")) {
            problems.error(fields.positionOf("value"), "only `replace` has a `value`");
        }
        Optional<EventCondition> when = fields.scalar("when").flatMap(this::condition);
        return field.isPresent() && masking.isPresent()
                ? Optional.of(new Mask(field.get(), masking.get(), when))
                : Optional.empty();
    }

    private static Map<String, Masking> maskings(String value) {
        Map<String, Masking> maskings = new LinkedHashMap<>();
        maskings.put("remove", new Masking.Remove());
        maskings.put(REPLACE, new Masking.Replace(value));
        maskings.put("pseudonymise", new Masking.Pseudonymise());
        return maskings;
    }

    private Optional<Pointer> pointer(Scalar scalar) {
        Optional<Pointer> pointer = Pointer.of(scalar.text());
        if (pointer.isEmpty()) {
            problems.error(
                    scalar.position(),
                    "%s is no field; write a JSON pointer such as `/situation/actor/id`"
                            .formatted(Problems.quoted(scalar.text())));
        }
        return pointer;
    }

    private Optional<EventCondition> condition(Scalar scalar) {
        try {
            return Optional.of(EventCondition.of(scalar.text()));
        } catch (CelValidationException wrong) {
            SourcePosition position = scalar.position();
            wrong.getErrors()
                    .forEach(
                            error ->
                                    problems.error(
                                            position,
                                            "condition: " + error.getMessage().replace('\n', ' ')));
            return Optional.empty();
        }
    }
}
