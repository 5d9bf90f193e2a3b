package io.praetor.retrieval.library;

import io.praetor.policy.ActionFamily;
import io.praetor.policy.Effect;
import io.praetor.policy.PolicyHash;
import io.praetor.policy.PolicyProblem;
import io.praetor.policy.PolicySet;
import io.praetor.policy.PolicySource;
import io.praetor.policy.document.Fields;
import io.praetor.policy.document.Node;
import io.praetor.policy.document.NodeValue;
import io.praetor.policy.document.Problems;
import io.praetor.policy.document.Shape;
import io.praetor.policy.document.YamlDocument;
import io.praetor.retrieval.Precedent;
import io.praetor.situation.Admission;
import io.praetor.situation.Situation;
import io.praetor.situation.dialect.SituationReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads example files: decisions that people confirmed, with what each sentence of their prose was
 * found to say. The format is {@code example.schema.json}.
 *
 * <p>Everything wrong is reported at its place. An example that nobody validated is refused: a
 * precedent is never an unreviewed decision. Thread-safe.
 */
public final class LibraryReader {
    /** More examples than this are a data set; they belong into a trained model. */
    static final int EXAMPLES_MAX = 5_000;

    private static final String ID_PREFIX = "precedent.";

    private static final Shape FILE = Shape.of("an example file").requires("examples");
    private static final Shape EXAMPLE =
            Shape.of("an example")
                    .requires("id", "situation", "evidence", "decision", "rationale", "validated")
                    .allows("kind", "reasoning", "policy_references", "validator");

    /** What the door calls the time of a situation that states none. */
    private static final Instant UNTIMED = Instant.EPOCH;

    private final PolicySet policy;
    private final SituationReader door = new SituationReader();

    /**
     * @param policy the law that the examples were decided under
     */
    public LibraryReader(PolicySet policy) {
        this.policy = policy;
    }

    public LibraryReading read(List<PolicySource> sources) {
        Set<String> ids = new HashSet<>();
        List<Precedent> precedents = new ArrayList<>();
        List<PolicyProblem> found = new ArrayList<>();
        boolean isSound = true;
        for (PolicySource source : sources) {
            Problems problems = new Problems();
            YamlDocument.read(source, problems)
                    .flatMap(root -> Fields.of(root, FILE, problems))
                    .ifPresent(file -> addAll(file, source, ids, precedents, problems));
            isSound &= !problems.hasErrors();
            found.addAll(problems.inFileOrder());
        }
        return isSound
                ? new LibraryReading.Read(precedents, found)
                : new LibraryReading.Rejected(found);
    }

    private void addAll(
            Fields file,
            PolicySource source,
            Set<String> ids,
            List<Precedent> precedents,
            Problems problems) {
        String version = PolicyHash.of(Optional.empty(), source.text());
        List<Node> items = file.items("examples");
        if (items.size() > EXAMPLES_MAX) {
            problems.error(file.positionOf("examples"), "more than " + EXAMPLES_MAX + " examples");
            return;
        }
        for (Node item : items) {
            Fields.of(item, EXAMPLE, problems)
                    .flatMap(example -> precedent(example, version, problems))
                    .ifPresent(
                            precedent -> {
                                precedents.add(precedent);
                                if (!ids.add(precedent.id())) {
                                    problems.error(item.position(), "this id stands twice");
                                }
                            });
        }
    }

    private Optional<Precedent> precedent(Fields example, String version, Problems problems) {
        validated(example, problems);
        Optional<Situation> admitted = situation(example, problems);
        var effects = Fields.words(List.of(Effect.values()), Effect::label);
        EvidenceBinder binder = new EvidenceBinder(policy, problems);
        return admitted.map(
                situation ->
                        new Precedent(
                                ID_PREFIX + example.text("id").orElse(""),
                                Optional.empty(),
                                policy.familyOf(situation.action().type())
                                        .map(ActionFamily::name)
                                        .orElse(""),
                                situation,
                                example.choice("decision", effects).orElse(Effect.DENY),
                                binder.clauses(example),
                                binder.evidence(example),
                                example.text("rationale").orElse(""),
                                version));
    }

    private static void validated(Fields example, Problems problems) {
        boolean isValidated =
                example.node("validated").orElse(null) instanceof Node.Scalar said
                        && said.kind() == Node.Kind.TRUTH
                        && Boolean.parseBoolean(said.text());
        if (!isValidated || !example.has("validator")) {
            problems.error(
                    example.positionOf("validated"),
                    "an example counts only with `validated: true` and its `validator`");
        }
    }

    private Optional<Situation> situation(Fields example, Problems problems) {
        Node node = example.node("situation").orElse(null);
        if (!(node instanceof Node.Mapping mapping)) {
            return Optional.empty();
        }
        Map<String, ?> request = NodeValue.of(mapping);
        return switch (door.read(request, UNTIMED)) {
            case Admission.Admitted admitted -> Optional.of(admitted.situation());
            case Admission.Refused refused -> {
                refused.refusals()
                        .forEach(
                                it ->
                                        problems.error(
                                                node.position(),
                                                "the door refuses `%s`: %s"
                                                        .formatted(it.path(), it.reason())));
                yield Optional.empty();
            }
        };
    }
}
