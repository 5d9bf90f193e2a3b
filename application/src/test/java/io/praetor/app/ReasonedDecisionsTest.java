package io.praetor.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.decision.ActingVersion;
import io.praetor.decision.ConfidenceFloors;
import io.praetor.decision.Decision;
import io.praetor.decision.DecisionId;
import io.praetor.decision.Judge;
import io.praetor.decision.Judgement;
import io.praetor.decision.Path;
import io.praetor.log.LogEntry.DecisionRecord;
import io.praetor.log.RecordCodec;
import io.praetor.log.Salt;
import io.praetor.policy.ClauseId;
import io.praetor.policy.Effect;
import io.praetor.policy.Evaluation;
import io.praetor.reasoning.Opinion;
import io.praetor.reasoning.Opinion.Adviser;
import io.praetor.reasoning.Question;
import io.praetor.reasoning.Reasoner;
import io.praetor.situation.Admission;
import io.praetor.situation.Situation;
import io.praetor.situation.dialect.SituationReader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A reasoner beside the shipped law: where it is asked, where it binds, how it is replayed. */
class ReasonedDecisionsTest {
    private static final Instant AT = Instant.parse("2026-03-10T10:00:00Z");

    private static final String EDIT =
            """
            {"action_type": "edit_file", "actor_id": "user:alice", "actor_role": "developer",
             "t3_tensor": {"competence": 0.9, "reliability": 0.9, "integrity": 0.9},
             "resource": "repo:web/src/footer.ts", "timestamp": "2026-03-10T10:00:00Z",
             "details": "Aligns the two columns of the footer."}
            """;

    private static Situation situation(String json) {
        return switch (new SituationReader().read(json.getBytes(UTF_8), AT)) {
            case Admission.Admitted admitted -> admitted.situation();
            case Admission.Refused refused -> throw new AssertionError(refused.refusals());
        };
    }

    private static Opinion allow(Question question, double confidence) {
        return new Opinion(
                new Evaluation.Applicable(
                        Effect.ALLOW,
                        Set.of(),
                        List.of(new ClauseId("write.developer")),
                        List.of(),
                        List.of(),
                        List.of("read it all on behalf of " + question.policy().header().id()),
                        confidence),
                new Adviser("precedent", "test", false),
                List.of("write.developer"),
                List.of(),
                Optional.empty(),
                List.of());
    }

    private static ActingVersion version(Situation situation, Reasoner reasoner) {
        ActivePolicies policies =
                new ActivePolicies(
                        new Policies().require(new PolicyFiles(SHIPPED).read()),
                        _ ->
                                Optional.of(
                                        new Reasoners.Attached(
                                                reasoner, new Adviser("test", "test", false))));
        return policies.actingFor(situation);
    }

    private static final java.nio.file.Path SHIPPED =
            java.nio.file.Path.of("..", "policies", "team-default.yaml");

    private static Judgement judge(String json, Reasoner reasoner) {
        Situation situation = situation(json);
        return new Judge(ConfidenceFloors.DEFAULT, () -> 0)
                .judge(situation, version(situation, reasoner));
    }

    @Test
    void aConfidentAnswerResolvesWhatNoRuleRead() {
        Judgement judged = judge(EDIT, question -> allow(question, .9));
        assertThat(judged.effect()).isEqualTo(Effect.ALLOW);
        assertThat(judged.resolution().path()).isEqualTo(Path.PRECEDENT);
    }

    @Test
    void anAnswerBelowItsFloorCountsAsNone() {
        Judgement judged = judge(EDIT, question -> allow(question, .79));
        assertThat(judged.effect()).isEqualTo(Effect.REQUIRE_ATTESTATION);
        assertThat(judged.trail().reasoning()).isPresent();
    }

    @Test
    void onAdministrationReasoningOnlyAdvises() {
        String settings =
                EDIT.replace("edit_file", "update_settings")
                        .replace("developer", "admin")
                        .replace("repo:web/src/footer.ts", "team:web");
        Judgement judged = judge(settings, question -> allow(question, 1));
        assertThat(judged.effect()).isEqualTo(Effect.REQUIRE_ATTESTATION);
        assertThat(judged.trail().reasoning()).isPresent();
        assertThat(judged.version().authority().stage()).isEqualTo("advisory");
    }

    @Test
    void whereTheRulesAreConclusiveNobodyElseIsAsked() {
        String plain =
                EDIT.replace(",\n \"details\": \"Aligns the two columns of the footer.\"", "");
        Reasoner never =
                question -> {
                    throw new AssertionError("asked about " + question.situation());
                };
        assertThat(judge(plain, never).effect()).isEqualTo(Effect.ALLOW);
    }

    @Test
    void aReplayTakesTheOpinionFromTheRecord() {
        Judgement judged = judge(EDIT, question -> allow(question, .9));
        Decision decision =
                new Decision(
                        new DecisionId(new UUID(0x0190_0000_0000_7000L, 7)),
                        AT,
                        judged.situation(),
                        judged.version(),
                        judged.effect(),
                        judged.resolution().effect(),
                        judged.trail().rules().risk(),
                        "write_action",
                        judged.resolution().path(),
                        judged.clauses(),
                        judged.obligations(),
                        judged.resolution().reasons(),
                        judged.resolution().confidence(),
                        judged.trail(),
                        judged.timing());
        DecisionRecord record = DecisionRecord.of(decision, Optional.empty());
        DecisionRecord kept =
                (DecisionRecord)
                        RecordCodec.decode(RecordCodec.encode(record, new Salt("0".repeat(32))));
        assertThat(kept).isEqualTo(record);
        Replay replay = Replay.of(kept, judged.version().rules().policy()).orElseThrow();
        assertThat(replay.isSame()).isTrue();
        assertThat(replay.judged().resolution()).isEqualTo(judged.resolution());
    }
}
