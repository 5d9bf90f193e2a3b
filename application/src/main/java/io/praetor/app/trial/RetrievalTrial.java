package io.praetor.app.trial;

import io.praetor.app.ActivePolicies;
import io.praetor.app.Retrieval;
import io.praetor.retrieval.Embedder;
import io.praetor.retrieval.HybridRetriever.Withheld;
import io.praetor.retrieval.Precedent;
import io.praetor.suite.RetrievalRecall;
import io.praetor.suite.Scenario;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How well the clauses that scenarios rest on are found: by words, and where there is an embedder
 * also by words and meaning.
 *
 * @param examples precedents beside the policies' own text
 * @param at the instant of requests that state none
 */
public record RetrievalTrial(ActivePolicies policies, List<Precedent> examples, Instant at) {
    private static final String WORDS = "BM25";

    public RetrievalTrial {
        examples = List.copyOf(examples);
    }

    public List<RetrievalRecall> of(List<Scenario> scenarios, Optional<Embedder> embedder) {
        List<RetrievalRecall> recalls = new ArrayList<>();
        recalls.add(recall(WORDS, scenarios, Optional.empty()));
        embedder.ifPresent(
                model -> recalls.add(recall(WORDS + " and " + model.name(), scenarios, embedder)));
        return recalls;
    }

    private RetrievalRecall recall(
            String by, List<Scenario> scenarios, Optional<Embedder> embedder) {
        try (Retrieval retrieval = Retrieval.inMemory(policies.library(), examples, embedder)) {
            return RetrievalRecall.of(
                    by, scenarios, retrieval.retriever(Withheld.CASE_UNDER_TEST), policies, at);
        }
    }
}
