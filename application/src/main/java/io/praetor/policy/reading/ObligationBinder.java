package io.praetor.policy.reading;

import io.praetor.policy.ClauseId;
import io.praetor.policy.Effect;
import io.praetor.policy.Obligation;
import io.praetor.policy.Obligation.Attestation;
import io.praetor.policy.Obligation.Attester;
import io.praetor.policy.Obligation.HumanReview;
import io.praetor.policy.Obligation.SecondFactor;
import io.praetor.policy.document.Fields;
import io.praetor.policy.document.Node;
import io.praetor.policy.document.Node.Scalar;
import io.praetor.policy.document.Problems;
import io.praetor.policy.document.Range;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what has to be fulfilled before an action that is held back may go on. */
final class ObligationBinder {
    /** More people than that never answer in time. */
    private static final Range COUNT = Range.whole(1, 20);

    private static final String HUMAN_WHY = "the policy asks a person to decide";

    private final Problems problems;

    ObligationBinder(Problems problems) {
        this.problems = problems;
    }

    /** What {@code effect} asks for; {@code attest} says more, and stands with attestation only. */
    List<Obligation> ofEffect(
            Fields fields, Effect effect, ClauseId clause, Optional<String> reason) {
        if (effect != Effect.REQUIRE_ATTESTATION && fields.has("attest")) {
            problems.error(
                    fields.positionOf("attest"),
                    "`attest` stands with `effect: require_attestation` only");
        }
        return switch (effect) {
            case ALLOW, DENY -> List.of();
            case REQUIRE_MFA -> List.of(new SecondFactor(clause));
            case REQUIRE_ATTESTATION ->
                    List.of(
                            fields.node("attest")
                                    .map(node -> attest(node, clause, reason))
                                    .orElse(byOne(Attester.PEER, clause)));
        };
    }

    /** The approval that a law rule asks for. */
    Optional<Obligation> ofApproval(Fields fields, ClauseId clause) {
        return fields.node("approval")
                .flatMap(node -> by("approval", node, clause, Words.APPROVALS));
    }

    static boolean asksForApproval(Fields lawRule) {
        return lawRule.node("approval")
                .filter(node -> !(node instanceof Scalar word && word.text().equals("none")))
                .isPresent();
    }

    private Obligation attest(Node node, ClauseId clause, Optional<String> reason) {
        return by("attest", node, clause, Words.ATTESTS)
                .orElse(new HumanReview(clause, reason.orElse(HUMAN_WHY)));
    }

    /** Empty for the word that stands for no attester, and where something is wrong. */
    private Optional<Obligation> by(
            String key, Node node, ClauseId clause, Map<String, Optional<Attester>> words) {
        if (node instanceof Scalar) {
            return Fields.text(node, problems)
                    .flatMap(word -> Fields.choice(key, word, words, problems))
                    .flatMap(attester -> attester)
                    .map(attester -> byOne(attester, clause));
        }
        return Fields.of(node, PolicyShapes.ATTEST, problems)
                .map(
                        fields ->
                                new Attestation(
                                        clause,
                                        fields.choice("by", Words.ATTESTERS).orElse(Attester.ADMIN),
                                        (int) fields.number("count", COUNT).orElse(1),
                                        fields.text("evidence")));
    }

    private static Obligation byOne(Attester attester, ClauseId clause) {
        return new Attestation(clause, attester, 1, Optional.empty());
    }
}
