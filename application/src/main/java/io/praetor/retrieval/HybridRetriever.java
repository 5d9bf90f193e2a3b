package io.praetor.retrieval;

import io.praetor.policy.ActionFamily;
import io.praetor.policy.Ambiguity;
import io.praetor.policy.ClauseId;
import io.praetor.policy.Evaluation;
import io.praetor.policy.Fallbacks;
import io.praetor.policy.PolicySet;
import io.praetor.retrieval.Passage.Kind;
import io.praetor.rules.condition.Facts;
import io.praetor.situation.Situation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Retrieves by several searches whose rankings are fused: what the situation is, what is told about
 * it, and what the rules said of it. The clauses that the rules rest on come first, always.
 *
 * <p>As fast as its index; it keeps nothing. Thread-safe.
 */
public final class HybridRetriever implements Retriever {
    /** Sentences of norms: a team's way of working is told in few. */
    public static final int NORMS_MAX = 3;

    /** How deep each ranking is read: twice what is wanted, so that fusion has something to do. */
    private static final int DEPTH = 2 * Passages.CLAUSES_MAX;

    /** Examples looked through for those that are no leak and fit the policy. */
    private static final int EXAMPLES_SEEN_MAX = 4 * Passages.PRECEDENTS_MAX;

    /** Sentences told about an action that are searched for, in the order told. */
    private static final int SENTENCES_MAX = 8;

    private final Corpus corpus;
    private final PassageIndex index;
    private final Withheld withheld;

    /**
     * What must not be retrieved.
     *
     * @param ids of passages
     * @param isLikeTheCase also every example that gives the case away: where a suite asks
     */
    public record Withheld(Set<String> ids, boolean isLikeTheCase) {
        public static final Withheld NOTHING = new Withheld(Set.of(), false);

        /** What a suite withholds, whose cases may stand among the examples. */
        public static final Withheld CASE_UNDER_TEST = new Withheld(Set.of(), true);

        public Withheld {
            ids = Set.copyOf(ids);
        }
    }

    /**
     * @param index of this corpus; one of another is an IllegalArgumentException
     */
    public HybridRetriever(Corpus corpus, PassageIndex index, Withheld withheld) {
        if (!index.snapshot().equals(corpus.snapshot())) {
            throw new IllegalArgumentException("index of another corpus: " + index.snapshot());
        }
        this.corpus = corpus;
        this.index = index;
        this.withheld = withheld;
    }

    @Override
    public Passages retrieve(Situation situation, Evaluation byRules, PolicySet policy) {
        Searches searches = new Searches(situation, byRules, policy);
        return new Passages(
                searches.clauses(), searches.norms(), searches.precedents(), corpus.snapshot());
    }

    /** The searches for one situation. */
    private final class Searches {
        private final Situation situation;
        private final Evaluation byRules;
        private final PolicySet policy;
        private final String family;
        private final List<String> texts;

        Searches(Situation situation, Evaluation byRules, PolicySet policy) {
            this.situation = situation;
            this.byRules = byRules;
            this.policy = policy;
            family = policy.familyOf(situation.action().type()).map(ActionFamily::name).orElse("");
            texts = texts();
        }

        /** What is searched for, each text by itself. */
        private List<String> texts() {
            String circumstances = SituationWords.circumstances(situation, policy);
            Stream<String> known =
                    Stream.of(
                            SituationWords.all(situation, family) + " " + circumstances,
                            RuleWords.of(byRules));
            Stream<String> told =
                    Facts.proseOf(situation).stream()
                            .flatMap(text -> Sentences.of(text).stream())
                            .limit(SENTENCES_MAX);
            return Stream.concat(known, told).filter(text -> !text.isBlank()).toList();
        }

        List<Passage> clauses() {
            Set<ClauseId> chosen = new LinkedHashSet<>(byRules());
            found(Kind.CLAUSE, Optional.empty(), DEPTH).stream()
                    .map(ClauseId::new)
                    .forEach(chosen::add);
            String hash = policy.header().hash();
            return chosen.stream()
                    .filter(id -> !withheld.ids().contains(id.value()))
                    .flatMap(id -> Optional.ofNullable(policy.clauses().get(id)).stream())
                    .limit(Passages.CLAUSES_MAX)
                    .map(clause -> Corpus.passage(clause, hash))
                    .toList();
        }

        /** The clauses that rules rest on, and those that stand where nobody says more. */
        private List<ClauseId> byRules() {
            return switch (byRules) {
                case Evaluation.Applicable said -> {
                    List<ClauseId> clauses = new ArrayList<>(said.clauses());
                    said.ambiguities().stream()
                            .sorted()
                            .flatMap(ambiguity -> unresolved(ambiguity).stream())
                            .forEach(clauses::add);
                    yield clauses;
                }
                case Evaluation.NotApplicable() -> List.of(policy.fallbacks().noRule().clause());
                case Evaluation.Indeterminate failed -> {
                    List<ClauseId> clauses = new ArrayList<>(failed.clauses());
                    unresolved(Ambiguity.MISSING_INPUT).ifPresent(clauses::add);
                    yield clauses;
                }
            };
        }

        private Optional<ClauseId> unresolved(Ambiguity ambiguity) {
            return policy.fallbacks().of(ambiguity).map(Fallbacks.Unresolved::clause);
        }

        List<Passage> norms() {
            return found(Kind.NORM, Optional.empty(), NORMS_MAX).stream()
                    .flatMap(id -> corpus.passage(id, policy.header().hash()).stream())
                    .limit(NORMS_MAX)
                    .toList();
        }

        List<Precedent> precedents() {
            return found(Kind.PRECEDENT, Optional.of(family), EXAMPLES_SEEN_MAX).stream()
                    .flatMap(id -> corpus.precedent(id).stream())
                    .filter(each -> policy.clauses().keySet().containsAll(each.clauses()))
                    .filter(each -> !withheld.isLikeTheCase() || !isLeak(each))
                    .limit(Passages.PRECEDENTS_MAX)
                    .toList();
        }

        private boolean isLeak(Precedent precedent) {
            return LeakGuard.leaks(situation, precedent.situation());
        }

        private List<String> found(Kind kind, Optional<String> wantedFamily, int max) {
            List<List<String>> rankings = new ArrayList<>();
            for (String text : texts) {
                rankings.add(
                        index
                                .search(
                                        new PassageIndex.Query(
                                                text,
                                                kind,
                                                policy.header().hash(),
                                                situation.context().team(),
                                                wantedFamily,
                                                withheld.ids(),
                                                max))
                                .stream()
                                .map(PassageIndex.Hit::passage)
                                .toList());
            }
            return ReciprocalRank.fuse(rankings).stream().map(PassageIndex.Hit::passage).toList();
        }
    }
}
