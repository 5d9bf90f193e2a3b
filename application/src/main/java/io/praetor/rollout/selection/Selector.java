package io.praetor.rollout.selection;

import io.praetor.rollout.evidence.Mode;
import io.praetor.rollout.evidence.VersionId;
import io.praetor.rollout.family.FamilyStatus;
import io.praetor.rollout.family.Heads;
import io.praetor.rollout.life.RiskTier;
import io.praetor.rollout.selection.Selection.PassedOver;
import io.praetor.rollout.selection.Selection.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Chooses who acts: a pure function of a family's state and an occasion. Thread-safe. */
public record Selector(CanaryShare canaries, TierScope scope) {
    /** From here on what is at stake for the person needs somebody's leave. */
    static final double AFFECTIVE_LOAD_HIGH = .7;

    public Selection select(SelectionState state, Occasion occasion) {
        if (state.killed()) {
            return Selection.rulesOnly(Reason.KILL_SWITCH, List.of());
        }
        if (state.family().heads().status() != FamilyStatus.ACTIVE) {
            return Selection.rulesOnly(Reason.FAMILY_PAUSED, List.of());
        }
        if (needsGrant(state, occasion)) {
            return Selection.rulesOnly(Reason.HIGH_LOAD_WITHOUT_GRANT, List.of());
        }
        Heads heads = state.family().heads();
        return switch (occasion.regime()) {
            case HALT -> Selection.rulesOnly(Reason.HALTED, List.of());
            case UNKNOWN -> fallback(state, occasion, Reason.UNKNOWN_CONTEXT);
            case CONSERVATIVE -> safest(state, occasion);
            case NO_POLICY -> Selection.rulesOnly(Reason.NO_POLICY, List.of());
            case DEFAULT -> chain(state, occasion, places(heads), 1);
            case EXPERIMENTAL -> experiment(state, occasion);
        };
    }

    private static boolean needsGrant(SelectionState state, Occasion occasion) {
        boolean high = occasion.affectiveLoad().orElse(0) >= AFFECTIVE_LOAD_HIGH;
        return high
                && state.family().grants().stream()
                        .noneMatch(grant -> grant.covers(occasion.cluster(), occasion.at()));
    }

    private Selection experiment(SelectionState state, Occasion occasion) {
        List<Place> places = places(state.family().heads());
        Optional<VersionId> canary = new CanaryChoice(state, scope).best(occasion);
        if (canary.isEmpty() || !state.budget().allows()) {
            return chain(state, occasion, places, 1);
        }
        double share = canaries.share();
        if (!canaries.draws(occasion.requestId(), state.family().revision())) {
            return chain(state, occasion, places, 1 - share);
        }
        return new Selection(canary, Mode.CANARY, share, Reason.CANARY, List.of());
    }

    /** The eligible version with the highest bound of safety, where the family is a safe one. */
    private Selection safest(SelectionState state, Occasion occasion) {
        Eligibility eligibility = new Eligibility(state, scope);
        Optional<VersionId> safest =
                state.snapshots().entrySet().stream()
                        .filter(_ -> state.family().riskTier() == RiskTier.SAFE)
                        .filter(entry -> eligibility.ofLive(entry.getKey(), occasion).isEmpty())
                        .max(
                                Comparator.comparingDouble(
                                                (Map.Entry<VersionId, Snapshot> entry) ->
                                                        entry.getValue().safety())
                                        .thenComparing(Map.Entry.comparingByKey()))
                        .map(Map.Entry::getKey);
        return safest.map(
                        version ->
                                new Selection(
                                        Optional.of(version),
                                        Mode.ENFORCED,
                                        1,
                                        Reason.CONSERVATIVE,
                                        List.of()))
                .orElseGet(() -> fallback(state, occasion, Reason.CONSERVATIVE));
    }

    private Selection fallback(SelectionState state, Occasion occasion, Reason reason) {
        List<Place> only =
                state.family().heads().fallback().stream()
                        .map(version -> new Place(reason, version))
                        .toList();
        return chain(state, occasion, only, 1);
    }

    private static List<Place> places(Heads heads) {
        List<Place> places = new ArrayList<>();
        heads.defaultVersion().ifPresent(it -> places.add(new Place(Reason.DEFAULT, it)));
        heads.standby().forEach(it -> places.add(new Place(Reason.STANDBY, it)));
        heads.fallback().ifPresent(it -> places.add(new Place(Reason.FALLBACK, it)));
        return places;
    }

    /** The first eligible version in order of the places. */
    private Selection chain(
            SelectionState state, Occasion occasion, List<Place> places, double propensity) {
        Eligibility eligibility = new Eligibility(state, scope);
        List<PassedOver> passedOver = new ArrayList<>(0);
        for (Place place : places) {
            Optional<Ineligibility> against = eligibility.ofLive(place.version(), occasion);
            if (against.isEmpty()) {
                return new Selection(
                        Optional.of(place.version()),
                        Mode.ENFORCED,
                        propensity,
                        place.reason(),
                        passedOver);
            }
            passedOver.add(new PassedOver(place.version(), against.get()));
        }
        return new Selection(
                Optional.empty(), Mode.ENFORCED, propensity, Reason.NOBODY_ELIGIBLE, passedOver);
    }

    /** A version with the reason for which it would act. */
    private record Place(Reason reason, VersionId version) {}
}
