package io.praetor.rollout.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.praetor.rollout.life.Check.Allowed;
import io.praetor.rollout.life.Check.GateNotMet;
import io.praetor.rollout.life.Check.Refused;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TransitionsTest {
    private static final VersionState SHADOW = new VersionState.Candidate(Stage.SHADOW);
    private static final VersionState ADVISORY = new VersionState.Candidate(Stage.ADVISORY);
    private static final VersionState CANARY = new VersionState.Candidate(Stage.CANARY);
    private static final VersionState LIVE = new VersionState.Live(Tier.READ);
    private static final VersionState LAST = new VersionState.Live(Tier.EVERYTHING);
    private static final VersionState PAUSED = new VersionState.Quarantined(LIVE, true);

    private static final Map<String, Optional<VersionState>> STATES =
            Map.of(
                    "-", Optional.empty(),
                    "SHADOW", Optional.of(SHADOW),
                    "ADVISORY", Optional.of(ADVISORY),
                    "CANARY", Optional.of(CANARY),
                    "LIVE", Optional.of(LIVE),
                    "LAST", Optional.of(LAST),
                    "QUARANTINED", Optional.of(PAUSED),
                    "ROLLED_BACK", Optional.of(new VersionState.RolledBack()),
                    "DEPRECATED", Optional.of(new VersionState.Retired()));

    private static final Map<String, Initiator> HANDS =
            Map.of(
                    "learning", new Initiator.Learning("cycle 7"),
                    "auto", new Initiator.Automatic("detector"),
                    "human", new Initiator.Person("user:olivia"),
                    "owner", new Initiator.Person("user:paul"));

    /** The design's table, one move a line: from, action, who, to; the owner is human, too. */
    private static final String TABLE =
            """
            - SPAWN learning CANDIDATE/SHADOW
            - SPAWN human CANDIDATE/SHADOW
            SHADOW ADVANCE owner CANDIDATE/ADVISORY
            ADVISORY ADVANCE human CANDIDATE/CANARY
            CANARY PROMOTE human LIVE/READ
            LIVE EXPAND human LIVE/WRITE_AND_COMMIT
            ADVISORY PAUSE auto QUARANTINED(CANDIDATE/ADVISORY)
            ADVISORY PAUSE human QUARANTINED(CANDIDATE/ADVISORY)
            CANARY PAUSE auto QUARANTINED(CANDIDATE/CANARY)
            CANARY PAUSE human QUARANTINED(CANDIDATE/CANARY)
            LIVE PAUSE auto QUARANTINED(LIVE/READ)
            LIVE PAUSE human QUARANTINED(LIVE/READ)
            LAST PAUSE auto QUARANTINED(LIVE/EVERYTHING)
            LAST PAUSE human QUARANTINED(LIVE/EVERYTHING)
            QUARANTINED RESUME human LIVE/READ
            LIVE ROLLBACK auto ROLLED_BACK
            LIVE ROLLBACK human ROLLED_BACK
            LAST ROLLBACK auto ROLLED_BACK
            LAST ROLLBACK human ROLLED_BACK
            QUARANTINED ROLLBACK auto ROLLED_BACK
            QUARANTINED ROLLBACK human ROLLED_BACK
            SHADOW DEPRECATE human DEPRECATED
            ADVISORY DEPRECATE human DEPRECATED
            CANARY DEPRECATE human DEPRECATED
            LIVE DEPRECATE human DEPRECATED
            LAST DEPRECATE human DEPRECATED
            QUARANTINED DEPRECATE human DEPRECATED
            LIVE SET_FALLBACK human LIVE/READ
            LAST SET_FALLBACK human LIVE/EVERYTHING
            """;

    private static final Evidence ALL_PASSED =
            new Evidence(
                    Arrays.stream(Gate.values())
                            .collect(
                                    Collectors.toMap(
                                            Function.identity(),
                                            gate -> outcome(gate, Answer.PASSED))),
                    false);

    private static GateOutcome outcome(Gate gate, Answer answer) {
        return GateOutcome.of(gate, answer, 1, 1, 1);
    }

    private static Standing standing(Optional<VersionState> state) {
        return new Standing(state, false, false, RiskTier.SAFE, "user:paul");
    }

    private static Request request(RolloutAction action, Initiator by) {
        return new Request(action, by, Optional.of("user:quinn"), "because");
    }

    @Test
    void theMovesAreExactlyThoseOfTheTable() {
        Set<String> possible = new TreeSet<>();
        STATES.forEach(
                (from, state) ->
                        HANDS.forEach(
                                (who, by) -> {
                                    for (RolloutAction action : RolloutAction.values()) {
                                        if (Transitions.check(
                                                        standing(state),
                                                        request(action, by),
                                                        ALL_PASSED)
                                                instanceof Allowed allowed) {
                                            String to = allowed.to().label();
                                            possible.add(
                                                    from
                                                            + " "
                                                            + action
                                                            + " "
                                                            + who
                                                            + " "
                                                            + to.replace(", default", ""));
                                        }
                                    }
                                }));
        possible.removeAll(
                possible.stream()
                        .filter(move -> move.contains(" owner "))
                        .filter(move -> possible.contains(move.replace(" owner ", " human ")))
                        .toList());
        assertThat(possible).isEqualTo(new TreeSet<>(TABLE.lines().toList()));
    }

    @ParameterizedTest
    @EnumSource(
            value = Answer.class,
            names = {"FAILED", "INCONCLUSIVE"})
    void aGateThatIsNotPassedKeepsEveryDoorShut(Answer answer) {
        for (Transition row : TransitionTable.ROWS) {
            for (Gate gate : row.gates()) {
                Map<Gate, GateOutcome> judged = new HashMap<>(ALL_PASSED.outcomes());
                judged.put(gate, outcome(gate, answer));
                Check check =
                        Transitions.check(
                                standing(stateFor(row)),
                                request(row.action(), handFor(row)),
                                new Evidence(judged, false));
                assertThat(check)
                        .as("%s with %s %s", row.action(), gate, answer)
                        .isInstanceOfSatisfying(
                                GateNotMet.class,
                                unmet ->
                                        assertThat(unmet.gates())
                                                .hasSize(row.gates().size())
                                                .contains(outcome(gate, answer)));
            }
        }
    }

    @Test
    void aGateNobodyJudgedIsInconclusive() {
        Check check =
                Transitions.check(
                        standing(Optional.of(CANARY)),
                        request(RolloutAction.PROMOTE, new Initiator.Person("user:olivia")),
                        Evidence.NONE);
        assertThat(check)
                .isEqualTo(
                        new GateNotMet(
                                List.of(
                                                Gate.CREDIBILITY,
                                                Gate.PERFORMANCE,
                                                Gate.ACCURACY,
                                                Gate.CALIBRATION,
                                                Gate.COMPARISON)
                                        .stream()
                                        .map(GateOutcome::unknown)
                                        .toList()));
    }

    private static Optional<VersionState> stateFor(Transition row) {
        StateKind kind = row.from().iterator().next();
        return kind == StateKind.NONE
                ? Optional.empty()
                : STATES.getOrDefault(kind.name(), Optional.of(LIVE));
    }

    private static Initiator handFor(Transition row) {
        return switch (row.hand()) {
            case LEARNING -> new Initiator.Learning("cycle 7");
            case AUTOMATIC -> new Initiator.Automatic("detector");
            case HUMAN, OWNER -> new Initiator.Person("user:paul");
        };
    }

    private static Refusal refusal(Standing standing, Request request) {
        Check check = Transitions.check(standing, request, ALL_PASSED);
        assertThat(check).isInstanceOf(Refused.class);
        return ((Refused) check).refusal();
    }

    @Test
    void moreAutonomyTakesAnApproverAndAReason() {
        Initiator olivia = new Initiator.Person("user:olivia");
        for (Transition row : TransitionTable.ROWS) {
            Standing standing = standing(stateFor(row));
            Initiator by = handFor(row);
            assertThat(
                            refusal(
                                    standing,
                                    new Request(row.action(), by, Optional.of("user:quinn"), " ")))
                    .isEqualTo(Refusal.REASON_MISSING);
            if (row.approved()) {
                assertThat(
                                refusal(
                                        standing,
                                        new Request(row.action(), by, Optional.empty(), "because")))
                        .isEqualTo(Refusal.APPROVAL_MISSING);
            }
        }
        assertThat(
                        refusal(
                                standing(Optional.of(CANARY)),
                                new Request(
                                        RolloutAction.PROMOTE,
                                        olivia,
                                        Optional.of(" "),
                                        "because")))
                .isEqualTo(Refusal.APPROVAL_MISSING);
    }

    @Test
    void everythingThatTakesNoApprovalOnlyReducesAutonomyOrNeverActs() {
        for (Transition row : TransitionTable.ROWS) {
            boolean reduces =
                    Set.of(
                                    Transition.Destination.QUARANTINED,
                                    Transition.Destination.ROLLED_BACK,
                                    Transition.Destination.DEPRECATED,
                                    Transition.Destination.SHADOW)
                            .contains(row.to());
            assertThat(row.approved()).as("%s", row.action()).isNotEqualTo(reduces);
            if (row.hand() == Hand.AUTOMATIC) {
                assertThat(reduces).isTrue();
            }
        }
    }

    @Test
    void inARestrictedFamilyTwoPeopleAreNeeded() {
        Standing restricted =
                new Standing(Optional.of(CANARY), false, false, RiskTier.RESTRICTED, "user:paul");
        Request alone =
                new Request(
                        RolloutAction.PROMOTE,
                        new Initiator.Person("user:paul"),
                        Optional.of("user:paul"),
                        "because");
        assertThat(refusal(restricted, alone)).isEqualTo(Refusal.APPROVER_IS_REQUESTER);
        assertThat(Transitions.check(standing(Optional.of(CANARY)), alone, ALL_PASSED))
                .isInstanceOf(Allowed.class);
    }

    @Test
    void aMoveThatIsSomebodyElsesIsForbiddenAndOneThatIsNotThereDoesNotExist() {
        Initiator learning = new Initiator.Learning("cycle 7");
        assertThat(refusal(standing(Optional.of(CANARY)), request(RolloutAction.PROMOTE, learning)))
                .isEqualTo(Refusal.NOT_YOURS);
        assertThat(refusal(standing(Optional.of(SHADOW)), request(RolloutAction.PROMOTE, learning)))
                .isEqualTo(Refusal.NO_SUCH_TRANSITION);
    }

    @Test
    void theDefaultAndTheFallbackCannotBeRetired() {
        Request retire = request(RolloutAction.DEPRECATE, new Initiator.Person("user:olivia"));
        for (boolean isDefault : List.of(true, false)) {
            Standing needed =
                    new Standing(
                            Optional.of(LIVE), isDefault, !isDefault, RiskTier.SAFE, "user:paul");
            assertThat(refusal(needed, retire)).isEqualTo(Refusal.STILL_NEEDED);
        }
    }

    @Test
    void resumingWithAChangedArtifactStartsInShadowAgain() {
        Check check =
                Transitions.check(
                        standing(Optional.of(PAUSED)),
                        request(RolloutAction.RESUME, new Initiator.Person("user:olivia")),
                        ALL_PASSED.withChangedArtifact());
        assertThat(check)
                .isInstanceOfSatisfying(
                        Allowed.class, allowed -> assertThat(allowed.to()).isEqualTo(SHADOW));
    }
}
