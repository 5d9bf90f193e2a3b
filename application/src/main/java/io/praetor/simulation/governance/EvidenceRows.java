package io.praetor.simulation.governance;

import io.praetor.rollout.life.StateKind;
import io.praetor.rollout.life.Tier;
import io.praetor.simulation.governance.Figure.Limit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** All runs to the rows of the evidence table. */
final class EvidenceRows {
    private static final Optional<Limit> NEVER = Optional.of(Limit.atMost(0));

    private EvidenceRows() {}

    static List<Row> of(List<RunOutcome> runs) {
        List<Row> rows = new ArrayList<>();
        List<Case> cases = Case.all();
        for (int index = 0; index < cases.size(); index++) {
            int number = index;
            rows.add(cases.get(index).row(each(runs, run -> run.trials().get(number))));
        }
        rows.add(candidateWorse(each(runs, RunOutcome::worse)));
        rows.add(candidateBetter(each(runs, RunOutcome::better)));
        rows.add(life(each(runs, RunOutcome::failing)));
        rows.add(coldStart(each(runs, RunOutcome::cold)));
        rows.add(restart(each(runs, RunOutcome::restart)));
        rows.add(audit(runs));
        return rows;
    }

    private static Row candidateWorse(List<CandidateRun.Result> results) {
        return told(
                "candidate worse",
                "a candidate that agrees with labels 2 points less than the default, and is as good"
                        + " in all else",
                Measures.share(
                        "promoted within 8,000 episodes",
                        promoted(results),
                        results.size(),
                        Optional.of(Limit.atMost(.05))));
    }

    private static Row candidateBetter(List<CandidateRun.Result> results) {
        return told(
                "candidate better",
                "a candidate that agrees with labels 6 points more",
                Measures.quantile(
                        "median paired labels until found",
                        each(results, result -> orNever(result.found())),
                        .5,
                        Optional.of(Limit.atMost(300))),
                Measures.share(
                        "promoted within 8,000 episodes",
                        promoted(results),
                        results.size(),
                        Optional.empty()),
                Measures.quantile(
                        "median episode of the promotion",
                        each(results, result -> orNever(result.promoted())),
                        .5,
                        Optional.empty()));
    }

    private static Row life(List<CandidateRun.Result> results) {
        List<CandidateRun.Result> live =
                results.stream().filter(result -> result.promoted().isPresent()).toList();
        return told(
                "whole life",
                "the better candidate, which fails abruptly at episode %d, is resumed after a day"
                                .formatted(RunOutcome.FAILS_AT)
                        + " by people who mended nothing, and fails again",
                Measures.share("promoted", live.size(), results.size(), Optional.empty()),
                Measures.share(
                        "of those, live in every tier before it failed",
                        live.stream()
                                .filter(result -> result.tiers().contains(Tier.EVERYTHING))
                                .count(),
                        live.size(),
                        Optional.empty()),
                Measures.share(
                        "of those, rolled back at the end",
                        live.stream()
                                .filter(result -> result.end().kind() == StateKind.ROLLED_BACK)
                                .count(),
                        live.size(),
                        Optional.of(Limit.atLeast(1))));
    }

    private static Row coldStart(List<ColdStart> results) {
        return told(
                "cold start",
                "a live default without evidence, in all regimes",
                Figure.counted(
                        "decisions it made, of %,d"
                                .formatted(results.stream().mapToLong(ColdStart::occasions).sum()),
                        results.stream().mapToLong(ColdStart::actedBlind).sum(),
                        NEVER),
                Measures.quantile(
                        "median episode of the first decision, where its shadow is reviewed",
                        each(results, result -> orNever(result.first())),
                        .5,
                        Optional.empty()));
    }

    private static Row restart(List<Restart> results) {
        return told(
                "restart",
                "the abrupt case again, with %,d restarts from stored text and changes"
                        .formatted(results.stream().mapToLong(Restart::restarts).sum()),
                Figure.counted(
                        "selections or final states that differ",
                        results.stream().mapToLong(Restart::deviations).sum(),
                        NEVER));
    }

    private static Row audit(List<RunOutcome> runs) {
        Audit all = Audit.NONE;
        long probes = 0;
        long slipped = 0;
        for (RunOutcome run : runs) {
            for (Trial trial : run.trials()) {
                all = all.plus(trial.audit());
            }
            for (CandidateRun.Result each : List.of(run.worse(), run.better(), run.failing())) {
                all = all.plus(each.audit());
                probes += each.probes();
                slipped += each.slipped();
            }
        }
        return told(
                "audit",
                "%,d changes of the %,d families above".formatted(all.changes(), all.families()),
                Figure.counted("families not rebuilt from their changes", all.astray(), NEVER),
                Figure.counted("steps for people only, without approver", all.unapproved(), NEVER),
                Figure.counted(
                        "such steps granted to a timer or without approver, of %,d tries"
                                .formatted(probes),
                        slipped,
                        NEVER),
                Figure.counted("changes altered or left out, unnoticed", all.unnoticed(), NEVER));
    }

    private static Row told(String name, String what, Figure... figures) {
        return new Row(name, what, List.of(figures), List.of(), List.of(), Optional.empty());
    }

    private static long promoted(List<CandidateRun.Result> results) {
        return results.stream().filter(result -> result.promoted().isPresent()).count();
    }

    private static double orNever(OptionalInt episode) {
        return episode.isPresent() ? episode.getAsInt() : Double.POSITIVE_INFINITY;
    }

    private static <F, T> List<T> each(List<F> from, Function<F, T> part) {
        return from.stream().map(part).toList();
    }
}
