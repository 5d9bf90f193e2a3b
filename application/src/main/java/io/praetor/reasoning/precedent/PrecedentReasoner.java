package io.praetor.reasoning.precedent;

import io.praetor.policy.ClauseId;
import io.praetor.policy.Consequence;
import io.praetor.policy.Effect;
import io.praetor.policy.Evaluation;
import io.praetor.policy.Obligation;
import io.praetor.policy.PolicySet;
import io.praetor.reasoning.Opinion;
import io.praetor.reasoning.Question;
import io.praetor.reasoning.Reasoner;
import io.praetor.retrieval.Embedder;
import io.praetor.retrieval.Passages;
import io.praetor.retrieval.Precedent;
import io.praetor.situation.Situation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The reasoner that needs no language model: it reads the prose that no rule consulted sentence by
 * sentence, by the policy's cues and by confirmed examples, and says which clause bears, that none
 * does, or that it cannot tell.
 *
 * <p>Its ALLOW means that all was read and no clause was found to bear; it resolves nothing that
 * reading cannot resolve. Fitted when first asked. Thread-safe and deterministic.
 */
public final class PrecedentReasoner implements Reasoner {
    private static final String NAME = "precedent";

    private final PolicySet policy;
    private final List<Precedent> library;
    private final Optional<Embedder> embedder;
    private final BiFunction<Situation, ClauseId, Optional<Consequence>> consequences;
    private final boolean withCues;
    private volatile @Nullable Fitted fitted;

    private record Fitted(Reading reading, String version) {}

    /**
     * @param policy whose situations it is asked about
     * @param library examples confirmed under that policy; without any it abstains
     * @param embedder adds likeness in meaning where there is one
     * @param consequences what a clause of the policy comes to in a situation where prose shows
     *     that it bears; empty where it cannot bear there
     */
    public PrecedentReasoner(
            PolicySet policy,
            List<Precedent> library,
            Optional<Embedder> embedder,
            BiFunction<Situation, ClauseId, Optional<Consequence>> consequences) {
        this(policy, library, embedder, consequences, true);
    }

    private PrecedentReasoner(
            PolicySet policy,
            List<Precedent> library,
            Optional<Embedder> embedder,
            BiFunction<Situation, ClauseId, Optional<Consequence>> consequences,
            boolean withCues) {
        this.policy = policy;
        this.library = List.copyOf(library);
        this.embedder = embedder;
        this.consequences = consequences;
        this.withCues = withCues;
    }

    /** The same without word lists and cues: what examples alone are worth. */
    public PrecedentReasoner withoutCues() {
        return new PrecedentReasoner(policy, library, embedder, consequences, false);
    }

    /** Of code, cues, library, calibration and embedder: lower-case hex SHA-256. */
    public String version() {
        return fitted().version();
    }

    @Override
    public Opinion reason(Question question) {
        if (!question.policy().header().hash().equals(policy.header().hash())) {
            return opinion(
                    Evaluation.Indeterminate.because("the examples are of another policy version"),
                    List.of());
        }
        Fitted now = fitted();
        if (library.isEmpty()) {
            return opinion(
                    Evaluation.Indeterminate.because("there are no confirmed examples"), List.of());
        }
        Assessment assessment =
                now.reading()
                        .of(question.situation(), established(question.byRules()), consequences);
        return opinion(new Answering(question, assessment).answer(), passages(assessment));
    }

    private static Set<ClauseId> established(Evaluation byRules) {
        return switch (byRules) {
            case Evaluation.Applicable said when said.effect() != Effect.ALLOW ->
                    clauses(said.clauses(), said.obligations());
            case Evaluation.Applicable said -> clauses(List.of(), said.obligations());
            case Evaluation.Indeterminate said -> clauses(said.clauses(), said.obligations());
            case Evaluation.NotApplicable() -> Set.of();
        };
    }

    private static Set<ClauseId> clauses(List<ClauseId> named, List<Obligation> obligations) {
        Set<ClauseId> clauses = new HashSet<>(named);
        obligations.forEach(it -> clauses.add(it.clause()));
        return clauses;
    }

    private List<String> passages(Assessment assessment) {
        List<String> passages = new ArrayList<>();
        assessment.findings().stream()
                .limit(Passages.CLAUSES_MAX)
                .forEach(it -> passages.add(it.clause().value()));
        passages.addAll(assessment.examples());
        return passages;
    }

    private Opinion opinion(Evaluation evaluation, List<String> passages) {
        return new Opinion(
                evaluation,
                new Opinion.Adviser(NAME, fitted().version(), false),
                passages,
                List.of(),
                Optional.empty(),
                List.of());
    }

    private Fitted fitted() {
        Fitted known = fitted;
        return known == null ? fit() : known;
    }

    private synchronized Fitted fit() {
        Fitted known = fitted;
        if (known == null) {
            Reading reading = Reading.of(policy, library, embedder, withCues);
            String version = Version.of(policy, library, embedder, withCues, reading);
            known = new Fitted(reading, version);
            fitted = known;
        }
        return known;
    }
}
