package io.praetor.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.policy.ClauseId;
import io.praetor.policy.Effect;
import io.praetor.policy.Obligation;
import io.praetor.policy.Obligation.Attestation;
import io.praetor.policy.Obligation.Attester;
import io.praetor.policy.Obligation.HumanReview;
import io.praetor.policy.Obligation.SecondFactor;
import io.praetor.situation.Action;
import io.praetor.situation.Actor;
import io.praetor.situation.ActorKind;
import io.praetor.situation.Approval;
import io.praetor.situation.ApprovalKind;
import io.praetor.situation.Attributes;
import io.praetor.situation.Context;
import io.praetor.situation.Identity;
import io.praetor.situation.Resource;
import io.praetor.situation.Situation;
import io.praetor.situation.Trust;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class DischargingTest {
    private static final Instant AT = Instant.parse("2026-03-02T10:00:00Z");
    private static final Duration EXPIRY = Duration.ofDays(7);
    private static final ClauseId CLAUSE = new ClauseId("deploy.approval");
    private static final Obligation MFA = new SecondFactor(CLAUSE);
    private static final Obligation PEER = attestation(Attester.PEER, 1);
    private static final Obligation ADMIN = attestation(Attester.ADMIN, 1);

    private static Attestation attestation(Attester by, int count) {
        return new Attestation(CLAUSE, by, count, Optional.empty());
    }

    private static Approval approval(String by, ApprovalKind kind, Duration age) {
        return new Approval(by, Optional.empty(), kind, AT.minus(age), Optional.empty());
    }

    private static Approval fresh(String by, ApprovalKind kind) {
        return approval(by, kind, Duration.ofHours(1));
    }

    private static Situation situation(List<Approval> approvals, Optional<Boolean> mfa) {
        Context none = Context.NONE;
        Context context =
                new Context(
                        none.team(),
                        none.teamNorms(),
                        none.history(),
                        none.intent(),
                        none.callerRisk(),
                        none.incident(),
                        none.approvalPending(),
                        none.sessionId(),
                        none.signals(),
                        none.coherence(),
                        approvals,
                        mfa,
                        none.counters(),
                        none.extras());
        return new Situation(
                Optional.empty(),
                new Actor(
                        "user:dana",
                        ActorKind.HUMAN,
                        Optional.of("deployer"),
                        Trust.UNKNOWN,
                        Identity.UNKNOWN,
                        OptionalDouble.empty(),
                        Attributes.NONE),
                new Action("deploy", Attributes.of("ref", "v1"), Optional.empty()),
                Resource.of("env:staging"),
                context,
                AT);
    }

    private static Effect left(Effect resolved, Situation situation, Obligation... asked) {
        List<Discharge> discharges = new Discharging(situation, EXPIRY).of(List.of(asked));
        return Discharging.stepDown(resolved, discharges);
    }

    private static Effect left(Obligation asked, Approval... approvals) {
        Situation situation = situation(List.of(approvals), Optional.empty());
        return left(Effect.REQUIRE_ATTESTATION, situation, asked);
    }

    @Test
    void anotherPersonsApprovalCounts() {
        assertThat(left(PEER, fresh("user:bo", ApprovalKind.PEER))).isEqualTo(Effect.ALLOW);
        assertThat(left(PEER, fresh("user:bo", ApprovalKind.ADMIN))).isEqualTo(Effect.ALLOW);
        assertThat(left(ADMIN, fresh("user:bo", ApprovalKind.ADMIN))).isEqualTo(Effect.ALLOW);
    }

    @Test
    void wrongApprovalsDoNotCount() {
        Approval own = fresh("user:dana", ApprovalKind.ADMIN);
        Approval ownInCapitals = fresh("USER:Dana", ApprovalKind.ADMIN);
        Approval peer = fresh("user:bo", ApprovalKind.PEER);
        Approval lapsed = approval("user:bo", ApprovalKind.ADMIN, EXPIRY.plusSeconds(1));
        Approval ahead = approval("user:bo", ApprovalKind.ADMIN, Duration.ofMinutes(-6));
        for (Approval wrong : List.of(own, ownInCapitals, peer, lapsed, ahead)) {
            assertThat(left(ADMIN, wrong)).isEqualTo(Effect.REQUIRE_ATTESTATION);
        }
        assertThat(left(ADMIN)).isEqualTo(Effect.REQUIRE_ATTESTATION);
    }

    @Test
    void anApprovalAtTheEdgeOfItsExpiryStillCounts() {
        assertThat(left(PEER, approval("user:bo", ApprovalKind.PEER, EXPIRY)))
                .isEqualTo(Effect.ALLOW);
    }

    @Test
    void eachPersonCountsOnce() {
        Obligation two = attestation(Attester.PEER, 2);
        Approval bo = fresh("user:bo", ApprovalKind.PEER);
        assertThat(left(two, bo, fresh("user:BO", ApprovalKind.ADMIN)))
                .isEqualTo(Effect.REQUIRE_ATTESTATION);
        assertThat(left(two, bo, fresh("user:cy", ApprovalKind.PEER))).isEqualTo(Effect.ALLOW);
    }

    @Test
    void denialNeverStepsDown() {
        Situation all = situation(List.of(fresh("user:bo", ApprovalKind.ADMIN)), Optional.of(true));
        assertThat(left(Effect.DENY, all, ADMIN, MFA)).isEqualTo(Effect.DENY);
    }

    @Test
    void openSecondFactorSurvivesUnderDischargedAttestation() {
        List<Approval> approved = List.of(fresh("user:bo", ApprovalKind.ADMIN));
        Effect resolved = Effect.REQUIRE_ATTESTATION;
        assertThat(left(resolved, situation(approved, Optional.of(false)), ADMIN, MFA))
                .isEqualTo(Effect.REQUIRE_MFA);
        assertThat(left(resolved, situation(approved, Optional.empty()), ADMIN, MFA))
                .isEqualTo(Effect.REQUIRE_MFA);
        assertThat(left(resolved, situation(approved, Optional.of(true)), ADMIN, MFA))
                .isEqualTo(Effect.ALLOW);
    }

    @Test
    void requirementThatAsksForNothingStays() {
        Situation all = situation(List.of(fresh("user:bo", ApprovalKind.ADMIN)), Optional.of(true));
        assertThat(left(Effect.REQUIRE_ATTESTATION, all)).isEqualTo(Effect.REQUIRE_ATTESTATION);
    }

    @Test
    void humanReviewIsMetOnlyByAnApprovalThatNamesIt() {
        Obligation review = new HumanReview(CLAUSE, "input missing");
        Approval plain = fresh("user:bo", ApprovalKind.ADMIN);
        assertThat(left(review, plain)).isEqualTo(Effect.REQUIRE_ATTESTATION);

        String id = ObligationId.of(review, situation(List.of(), Optional.empty()));
        Approval named =
                new Approval("user:bo", Optional.empty(), ApprovalKind.PEER, AT, Optional.of(id));
        assertThat(left(review, named)).isEqualTo(Effect.ALLOW);
    }

    @Test
    void namedApprovalCannotBeCarriedToAnotherRequest() {
        Situation here = situation(List.of(), Optional.empty());
        Situation there =
                new Situation(
                        here.requestId(),
                        here.actor(),
                        new Action("deploy", Attributes.of("ref", "v2"), Optional.empty()),
                        here.resource(),
                        here.context(),
                        here.at());
        assertThat(ObligationId.of(PEER, here)).isNotEqualTo(ObligationId.of(PEER, there));
        Approval other =
                new Approval(
                        "user:bo",
                        Optional.empty(),
                        ApprovalKind.PEER,
                        AT,
                        Optional.of(ObligationId.of(PEER, there)));
        assertThat(left(PEER, other)).isEqualTo(Effect.REQUIRE_ATTESTATION);
    }
}
