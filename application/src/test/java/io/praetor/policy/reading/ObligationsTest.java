package io.praetor.policy.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.policy.ClauseId;
import io.praetor.policy.Effect;
import io.praetor.policy.Fallbacks;
import io.praetor.policy.Obligation;
import io.praetor.policy.Obligation.Attestation;
import io.praetor.policy.Obligation.Attester;
import io.praetor.policy.Obligation.HumanReview;
import io.praetor.policy.PolicySet;
import io.praetor.policy.Samples;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ObligationsTest {
    private static final ClauseId PRODUCTION = new ClauseId("deploy.production");
    private static final String ATTEST =
            "attest: {by: admin, count: 2, evidence: The change ticket.}";

    @Test
    void attestationIsByOnePeerUnlessTheRuleSaysOtherwise() {
        check("", by(Attester.PEER));
        check("attest: peer", by(Attester.PEER));
        check("attest: admin", by(Attester.ADMIN));
        check("attest: human", new HumanReview(PRODUCTION, "the policy asks a person to decide"));
        check("attest: {by: peer}", by(Attester.PEER));
    }

    @Test
    void approvalIsByNobodyUnlessTheLawSaysOtherwise() {
        String approval = "approval: {by: admin, count: 2, evidence: The plan.}";
        String waive = Samples.edited(approval, "").split("waive:")[1].split("reason")[0];
        String text = Samples.edited(approval, "approval: none").replace("waive:" + waive, "");
        assertThat(policy(text).sections().getFirst().rules().getLast().obligations()).isEmpty();
    }

    @Test
    void theDefaultMayAskForAttestation() {
        String text =
                Samples.edited(
                        "default: {effect: deny, clause: default.deny}",
                        "default: {effect: require_attestation, clause: default.deny, attest:"
                                + " admin}");
        ClauseId clause = new ClauseId("default.deny");
        assertThat(policy(text).fallbacks().noRule())
                .isEqualTo(
                        new Fallbacks.Default(
                                Effect.REQUIRE_ATTESTATION,
                                clause,
                                List.of(
                                        new Attestation(
                                                clause, Attester.ADMIN, 1, Optional.empty()))));
    }

    private static void check(String attest, Obligation expected) {
        String text = Samples.edited(ATTEST, attest);
        assertThat(policy(text).sections().get(1).rules().getFirst().obligations())
                .containsExactly(expected);
    }

    private static Attestation by(Attester attester) {
        return new Attestation(PRODUCTION, attester, 1, Optional.empty());
    }

    private static PolicySet policy(String text) {
        return Readings.accepted(text).policy();
    }
}
