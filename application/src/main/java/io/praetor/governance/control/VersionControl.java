package io.praetor.governance.control;

import io.praetor.governance.Aftermath;
import io.praetor.governance.Answered;
import io.praetor.governance.Commit;
import io.praetor.governance.FamilyRecord;
import io.praetor.governance.Manifest;
import io.praetor.governance.RefusedChange;
import io.praetor.governance.VersionStore;
import io.praetor.governance.control.ControlAnswer.Done;
import io.praetor.governance.control.ControlAnswer.KeyTaken;
import io.praetor.governance.control.ControlAnswer.NotDone;
import io.praetor.governance.control.ControlAnswer.Stale;
import io.praetor.governance.control.ControlAnswer.Unknown;
import io.praetor.rollout.family.Change;
import io.praetor.rollout.family.ChangeRequest;
import io.praetor.rollout.family.Ruling;
import io.praetor.rollout.family.Rulings;
import io.praetor.rollout.life.Evidence;
import io.praetor.rollout.life.GateOutcome;
import io.praetor.rollout.life.Initiator;
import io.praetor.rollout.life.Refusal;
import io.praetor.rollout.life.Request;
import io.praetor.rollout.life.RiskTier;
import io.praetor.rollout.life.RolloutAction;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Changes families as people ask for it. The change, the state it makes and the answer are kept in
 * one transaction, and so is a refusal. Thread-safe.
 */
public record VersionControl(VersionStore store, InstantSource clock) {
    /** How often a demand is worked out anew when the family moves on meanwhile. */
    private static final int ATTEMPTS_MAX = 5;

    public ControlAnswer apply(Demand demand) {
        for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
            Optional<ControlAnswer> answer = attempt(demand);
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        long revision = store.family(demand.family()).map(it -> it.state().revision()).orElse(0L);
        return new Stale(revision);
    }

    /** Empty where the family moved on in between. */
    private Optional<ControlAnswer> attempt(Demand demand) {
        Optional<FamilyRecord> found = store.family(demand.family());
        if (found.isEmpty()) {
            return unknown("family `%s`".formatted(demand.family()));
        }
        Optional<ControlAnswer> before = answeredBefore(demand);
        if (before.isPresent()) {
            return before;
        }
        FamilyRecord record = found.get();
        long revision = record.state().revision();
        if (demand.expectedRevision().orElse(revision) != revision) {
            return Optional.of(new Stale(revision));
        }
        if (demand.action() != RolloutAction.SPAWN
                && demand.version().filter(id -> record.version(id).isEmpty()).isPresent()) {
            return unknown("version `%s`".formatted(demand.version().orElseThrow()));
        }
        Optional<Request> request = request(record, demand);
        return request.isEmpty()
                ? unknown("refusal %d of this demand".formatted(demand.approves().orElse(0)))
                : rule(record, demand, request.get());
    }

    private Optional<ControlAnswer> rule(FamilyRecord record, Demand demand, Request request) {
        Instant at = clock.instant();
        List<String> grounds = new ArrayList<>(demand.evidence());
        demand.spawning().ifPresent(spawning -> grounds.addAll(grounds(record, spawning)));
        demand.version()
                .flatMap(record::trustOf)
                .ifPresent(trust -> grounds.add("snapshot " + trust.id()));
        Evidence evidence = Evidence.of(gates(record, demand, at));
        ChangeRequest asked =
                new ChangeRequest(
                        request,
                        demand.target(),
                        demand.artifactChanged() ? evidence.withChangedArtifact() : evidence,
                        grounds,
                        demand.grant(),
                        at);
        return switch (Rulings.on(record.state(), asked)) {
            case Ruling.Changed changed -> change(record, demand, changed);
            case Ruling.Unchanged unchanged ->
                    refuse(record, demand, RefusedChange.of(record, asked, unchanged.why()));
        };
    }

    private Optional<ControlAnswer> change(
            FamilyRecord record, Demand demand, Ruling.Changed changed) {
        Change change = changed.change();
        Aftermath aftermath = new Aftermath(record.family().config().settings());
        Commit commit =
                Commit.of(record, change, changed.after())
                        .with(aftermath.of(record.progress(), change))
                        .with(answered(demand, true, change.sequence()));
        Commit whole =
                demand.spawning().map(spawning -> commit.with(spawning.candidate())).orElse(commit);
        return store.commit(whole).map(_ -> new Done(change));
    }

    private Optional<ControlAnswer> refuse(
            FamilyRecord record, Demand demand, RefusedChange refused) {
        Commit commit = Commit.refusing(record, refused).with(answered(demand, false, 0));
        return store.commit(commit)
                .map(numbers -> new NotDone(refused.numbered(numbers.getFirst())));
    }

    private static List<GateOutcome> gates(FamilyRecord record, Demand demand, Instant at) {
        GateEvidence evidence = new GateEvidence(record);
        return demand.spawning()
                .map(evidence::ofSpawning)
                .or(() -> demand.version().map(id -> evidence.of(demand.action(), id, at)))
                .orElse(List.of());
    }

    private static List<String> grounds(FamilyRecord record, Spawning spawning) {
        Manifest manifest = spawning.candidate().manifest();
        String changed =
                spawning.candidate()
                        .parent()
                        .flatMap(record::version)
                        .map(parent -> manifest.differences(parent.manifest()).toString())
                        .orElse("everything");
        return List.of(
                "suite report " + spawning.suite().report(),
                "differs from its parent in " + changed);
    }

    /** Who asks and who approves; empty where what is to be approved was not asked for. */
    private Optional<Request> request(FamilyRecord record, Demand demand) {
        if (demand.approves().isEmpty()) {
            return Optional.of(
                    new Request(
                            demand.action(),
                            demand.by(),
                            demand.approvedBy().or(() -> own(record, demand)),
                            demand.reasoning()));
        }
        long number = demand.approves().getAsLong();
        return store.refusals(demand.family(), number - 1, 1).stream()
                .filter(refused -> refused.number() == number)
                .filter(refused -> refused.action() == demand.action())
                .filter(refused -> refused.target().equals(demand.target().label()))
                .filter(refused -> refused.refusal().filter(VersionControl::waits).isPresent())
                .findFirst()
                .map(
                        refused ->
                                new Request(
                                        demand.action(),
                                        new Initiator.Person(refused.requestedBy()),
                                        Optional.of(demand.by().name()),
                                        demand.reasoning()));
    }

    /** Outside restricted families who asks may answer for it, too. */
    private static Optional<String> own(FamilyRecord record, Demand demand) {
        boolean isPerson = demand.by() instanceof Initiator.Person;
        return isPerson && record.family().riskTier() != RiskTier.RESTRICTED
                ? Optional.of(demand.by().name())
                : Optional.empty();
    }

    private static boolean waits(Refusal refusal) {
        return refusal == Refusal.APPROVAL_MISSING || refusal == Refusal.APPROVER_IS_REQUESTER;
    }

    private Optional<ControlAnswer> answeredBefore(Demand demand) {
        Optional<Answered> answered =
                demand.idempotencyKey().flatMap(key -> store.answered(demand.family(), key));
        return answered.map(
                known ->
                        known.fingerprint().equals(demand.fingerprint())
                                ? replayed(demand, known)
                                : new KeyTaken(known.key()));
    }

    private ControlAnswer replayed(Demand demand, Answered known) {
        long before = known.number() - 1;
        return known.changed()
                ? new Done(store.changes(demand.family(), before, 1).getFirst())
                : new NotDone(store.refusals(demand.family(), before, 1).getFirst());
    }

    private static Optional<Answered> answered(Demand demand, boolean changed, long number) {
        return demand.idempotencyKey()
                .map(key -> new Answered(key, demand.fingerprint(), changed, number));
    }

    private static Optional<ControlAnswer> unknown(String what) {
        return Optional.of(new Unknown(what));
    }
}
