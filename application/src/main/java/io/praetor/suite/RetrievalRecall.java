package io.praetor.suite;

import io.praetor.decision.ActingVersion;
import io.praetor.decision.ActiveVersionSource;
import io.praetor.policy.ClauseId;
import io.praetor.policy.CounterRule;
import io.praetor.policy.Evaluation;
import io.praetor.policy.PolicySet;
import io.praetor.retrieval.Passage;
import io.praetor.retrieval.Passages;
import io.praetor.retrieval.Retriever;
import io.praetor.situation.Admission;
import io.praetor.situation.Attributes;
import io.praetor.situation.Situation;
import io.praetor.situation.dialect.SituationReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How often the clauses that a right decision rests on are among the eight that are retrieved
 * (Recall@8). A scenario counts as found where every clause that it expects is there.
 *
 * @param by what searched, such as {@code BM25}
 * @param retrieved as a reasoner gets them, the clauses that the rules rest on among them
 * @param searched by the situation alone, as if no rule had said anything
 * @param missed ids of the scenarios behind the difference to all of {@code retrieved}
 */
public record RetrievalRecall(
        String by, Proportion retrieved, Proportion searched, List<String> missed) {
    public RetrievalRecall {
        missed = List.copyOf(missed);
    }

    /** Of the scenarios that name clauses and that the door lets in. */
    public static RetrievalRecall of(
            String by,
            List<Scenario> scenarios,
            Retriever retriever,
            ActiveVersionSource versions,
            Instant at) {
        List<Trial> trials = new ArrayList<>();
        for (Scenario scenario : scenarios) {
            admitted(scenario, at)
                    .filter(_ -> !scenario.clauses().isEmpty())
                    .ifPresent(
                            situation ->
                                    trials.add(
                                            trial(
                                                    scenario,
                                                    situation,
                                                    retriever,
                                                    versions.actingFor(situation))));
        }
        return new RetrievalRecall(
                by,
                Proportion.of(trials, Trial::isRetrieved),
                Proportion.of(trials, Trial::isSearched),
                trials.stream()
                        .filter(trial -> !trial.isRetrieved())
                        .map(trial -> trial.scenario().id())
                        .sorted(Comparator.naturalOrder())
                        .toList());
    }

    private record Trial(Scenario scenario, boolean isRetrieved, boolean isSearched) {}

    private static Trial trial(
            Scenario scenario, Situation situation, Retriever retriever, ActingVersion version) {
        PolicySet policy = version.rules().policy();
        Evaluation byRules = version.rules().evaluate(counted(situation, policy)).evaluation();
        return new Trial(
                scenario,
                isAmong(scenario.clauses(), retriever.retrieve(situation, byRules, policy)),
                isAmong(
                        scenario.clauses(),
                        retriever.retrieve(situation, new Evaluation.NotApplicable(), policy)));
    }

    /** Nobody has done anything before a scenario. */
    private static Situation counted(Situation situation, PolicySet policy) {
        Attributes counters = Attributes.NONE;
        for (CounterRule counter : policy.counters()) {
            counters = counters.with(counter.name(), 0.0);
        }
        return situation.withContext(situation.context().withCounters(counters));
    }

    private static boolean isAmong(List<ClauseId> expected, Passages passages) {
        List<String> ids = passages.clauses().stream().map(Passage::id).toList();
        return expected.stream().map(ClauseId::value).allMatch(ids::contains);
    }

    private static Optional<Situation> admitted(Scenario scenario, Instant at) {
        SituationReader door = new SituationReader();
        Admission admission =
                switch (scenario.request()) {
                    case Scenario.Request.Parsed parsed -> door.read(parsed.object(), at);
                    case Scenario.Request.Text text ->
                            door.read(text.json().getBytes(StandardCharsets.UTF_8), at);
                };
        return switch (admission) {
            case Admission.Admitted admitted -> Optional.of(admitted.situation());
            case Admission.Refused _ -> Optional.empty();
        };
    }
}
