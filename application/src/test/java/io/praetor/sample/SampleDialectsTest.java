package io.praetor.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.decision.Explanation;
import io.praetor.decision.Judgement;
import io.praetor.decision.PolicyDecisionPoint;
import io.praetor.situation.Admission;
import io.praetor.situation.Attributes;
import io.praetor.situation.Situation;
import io.praetor.situation.dialect.AuthzenDialect;
import io.praetor.situation.dialect.FlatDialect;
import io.praetor.situation.dialect.R6Dialect;
import io.praetor.situation.dialect.SituationReader;
import io.praetor.suite.Scenario;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shipped situations mean the same however they are written down. */
class SampleDialectsTest {
    private static final SituationReader DOOR = new SituationReader();
    private static final Instant RECEIVED = Instant.parse("2026-03-10T11:00:00Z");

    private static final PolicyDecisionPoint POINT =
            SampleDecisions.under(Shipped.text(Shipped.POLICY)).point(new StandingCounters(0));

    static Stream<Named<Function<Situation, Attributes>>> dialects() {
        return Stream.of(
                Named.of("flat", FlatDialect::write),
                Named.of("r6", R6Dialect::write),
                Named.of("authzen", AuthzenDialect::write));
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void everySituationIsJudgedAlike(Function<Situation, Attributes> write) {
        List<Situation> situations =
                Shipped.scenarios().stream().flatMap(SampleDialectsTest::admitted).toList();
        assertThat(situations).hasSizeGreaterThan(150);
        assertThat(situations)
                .allSatisfy(
                        situation ->
                                assertThat(judged(rewritten(situation, write)))
                                        .isEqualTo(judged(situation)));
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void theDemoIsExplainedAlike(Function<Situation, Attributes> write) {
        List<Situation> situations =
                Shipped.scenarios(Shipped.DEMO, Shipped.text(Shipped.DEMO)).stream()
                        .flatMap(SampleDialectsTest::admitted)
                        .toList();
        assertThat(situations)
                .allSatisfy(
                        situation ->
                                assertThat(explained(rewritten(situation, write)))
                                        .isEqualTo(explained(situation)));
    }

    private static Stream<Situation> admitted(Scenario scenario) {
        return switch (scenario.request()) {
            case Scenario.Request.Parsed parsed ->
                    DOOR.read(parsed.object(), RECEIVED) instanceof Admission.Admitted admitted
                            ? Stream.of(admitted.situation())
                            : Stream.empty();
            case Scenario.Request.Text _ -> Stream.empty();
        };
    }

    private static Situation rewritten(Situation situation, Function<Situation, Attributes> write) {
        return switch (DOOR.read(write.apply(situation).values(), Instant.EPOCH)) {
            case Admission.Admitted admitted -> admitted.situation();
            case Admission.Refused refused -> throw new AssertionError(refused.refusals());
        };
    }

    /** Everything about a judgement but the situation, whose parts may be written differently. */
    private static List<Object> judged(Situation situation) {
        Judgement judged = POINT.judge(situation);
        return List.of(
                judged.effect(), judged.resolution(), judged.obligations(), judged.trail().rules());
    }

    private static Explanation explained(Situation situation) {
        return Explanation.of(POINT.decide(situation).decision());
    }
}
