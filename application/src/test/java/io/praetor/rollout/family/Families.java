package io.praetor.rollout.family;

import static io.praetor.rollout.Samples.NOW;

import io.praetor.rollout.evidence.VersionId;
import io.praetor.rollout.life.Answer;
import io.praetor.rollout.life.Evidence;
import io.praetor.rollout.life.Gate;
import io.praetor.rollout.life.GateOutcome;
import io.praetor.rollout.life.Initiator;
import io.praetor.rollout.life.Request;
import io.praetor.rollout.life.RiskTier;
import io.praetor.rollout.life.RolloutAction;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Families to test with, brought where they are by changes like any other. */
public final class Families {
    public static final String OWNER = "user:paul";

    /** When the shipped version went live. */
    public static final Instant FOUNDED = NOW.minusSeconds(86_400);

    /** Every gate passed. */
    public static final Evidence PASSED =
            Evidence.of(
                    Arrays.stream(Gate.values())
                            .map(
                                    gate ->
                                            new GateOutcome(
                                                    gate,
                                                    Answer.PASSED,
                                                    OptionalDouble.of(1),
                                                    OptionalDouble.of(1),
                                                    1))
                            .toList());

    private Families() {}

    public static FamilyState founded() {
        return FamilyState.founded("team/deploy", RiskTier.SAFE, OWNER);
    }

    /** A family whose shipped version is the default. */
    public static FamilyState withDefault(VersionId shipped) {
        return Genesis.of(founded(), shipped, "user:root", "ab12", FOUNDED).after();
    }

    public static FamilyState withFallback(FamilyState family, VersionId version) {
        return after(family, RolloutAction.SET_FALLBACK, version);
    }

    /** The family after a version went all the way from nothing to its first live tier. */
    public static FamilyState promoted(FamilyState family, VersionId version) {
        return after(canary(family, version), RolloutAction.PROMOTE, version);
    }

    /** The family after a version went from nothing to canary. */
    public static FamilyState canary(FamilyState family, VersionId version) {
        FamilyState state = after(family, RolloutAction.SPAWN, version);
        state = after(state, RolloutAction.ADVANCE, version);
        return after(state, RolloutAction.ADVANCE, version);
    }

    /** The family after one change by its owner, approved by somebody else, all gates passed. */
    public static FamilyState after(FamilyState family, RolloutAction action, VersionId version) {
        return changed(family, action, version).after();
    }

    /** The same, with the change itself. */
    public static Ruling.Changed changed(
            FamilyState family, RolloutAction action, VersionId version) {
        Ruling ruling =
                Rulings.on(
                        family,
                        new ChangeRequest(
                                new Request(
                                        action,
                                        new Initiator.Person(OWNER),
                                        Optional.of("user:quinn"),
                                        "because"),
                                new Target.Whole(version),
                                PASSED,
                                List.of(),
                                Optional.empty(),
                                NOW));
        if (ruling instanceof Ruling.Changed changed) {
            return changed;
        }
        throw new IllegalStateException("refused: " + ruling);
    }

    public static ChangeRequest granting(Grant grant, String person) {
        return new ChangeRequest(
                new Request(
                        RolloutAction.GRANT,
                        new Initiator.Person(person),
                        Optional.of(person),
                        "the incident needs it"),
                new Target.Everything(),
                Evidence.NONE,
                List.of(),
                Optional.of(grant),
                NOW);
    }
}
