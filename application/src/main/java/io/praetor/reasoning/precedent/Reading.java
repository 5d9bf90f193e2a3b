package io.praetor.reasoning.precedent;

import io.praetor.policy.ClauseId;
import io.praetor.policy.Consequence;
import io.praetor.policy.PolicySet;
import io.praetor.retrieval.Embedder;
import io.praetor.retrieval.Precedent;
import io.praetor.situation.Situation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * Everything that a policy's cues and its examples make for reading: fitted once, then immutable
 * and thread-safe.
 */
final class Reading {
    /** Into so many parts the library is cut; each is scored by models that did not see it. */
    private static final int FOLDS = 5;

    /** No sentence is surer than this, so that one cannot outweigh all others. */
    private static final double SURE = .995;

    /** Keeps log-odds finite. */
    private static final double SMALL = 1e-6;

    private static final int EXAMPLES_MAX = 3;

    private final List<Precedent> library;
    private final Lexicon lexicon;
    private final Matters matters;
    private final Neighbours neighbours;
    private final EvidenceModel model;
    private final Calibration cued;
    private final Calibration uncued;

    private Reading(
            List<Precedent> library,
            Lexicon lexicon,
            Matters matters,
            Neighbours neighbours,
            List<EvidenceModel.Lesson> lessons) {
        this.library = library;
        this.lexicon = lexicon;
        this.matters = matters;
        this.neighbours = neighbours;
        model = EvidenceModel.fit(lessons, matters);
        List<Calibration.Scored> scores = scores(lessons);
        cued = Calibration.of(scores.stream().filter(Calibration.Scored::hasPlainCue).toList());
        uncued = Calibration.of(scores.stream().filter(it -> !it.hasPlainCue()).toList());
    }

    static Reading of(
            PolicySet policy,
            List<Precedent> library,
            Optional<Embedder> embedder,
            boolean withCues) {
        Lexicon lexicon = Lexicon.of(policy, withCues);
        Matters matters = Matters.of(policy);
        List<EvidenceModel.Lesson> plain = EvidenceModel.lessons(library, lexicon, matters);
        Neighbours neighbours = Neighbours.of(plain, embedder);
        List<EvidenceModel.Lesson> lessons =
                plain.stream()
                        .map(
                                it ->
                                        it.with(
                                                Features.with(
                                                        neighbours.to(
                                                                it.features(),
                                                                it.sentence(),
                                                                it.example()),
                                                        it.features())))
                        .toList();
        return new Reading(library, lexicon, matters, neighbours, lessons);
    }

    /** Of each example, by models that were fitted without it. */
    private static List<Calibration.Scored> scores(List<EvidenceModel.Lesson> lessons) {
        List<Calibration.Scored> scores = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int left = fold;
            LinearModel others =
                    EvidenceModel.bearing(
                            lessons.stream().filter(it -> it.example() % FOLDS != left).toList());
            Map<Integer, List<EvidenceModel.Lesson>> examples = new TreeMap<>();
            lessons.stream()
                    .filter(it -> it.example() % FOLDS == left)
                    .forEach(
                            it ->
                                    examples.computeIfAbsent(it.example(), _ -> new ArrayList<>())
                                            .add(it));
            examples.values().forEach(example -> scores.add(scored(example, others)));
        }
        return scores;
    }

    private static Calibration.Scored scored(
            List<EvidenceModel.Lesson> example, LinearModel others) {
        List<Double> beliefs = new ArrayList<>();
        boolean bears = false;
        boolean hasPlainCue = false;
        for (EvidenceModel.Lesson lesson : example) {
            beliefs.add(LinearModel.sigmoid(others.score(lesson.features())));
            bears |= lesson.bears();
            hasPlainCue |= lesson.hasPlainCue();
        }
        return new Calibration.Scored(score(beliefs), hasPlainCue, bears);
    }

    /** Half the most telling sentence, half all of them together, as log-odds. */
    private static double score(List<Double> beliefs) {
        double max = 0;
        double none = 1;
        for (double belief : beliefs) {
            max = Math.max(max, SURE * belief);
            none *= 1 - SURE * belief;
        }
        return (logOdds(max) + logOdds(1 - none)) / 2;
    }

    private static double logOdds(double share) {
        return Math.log((share + SMALL) / (1 - share + SMALL));
    }

    String fingerprint() {
        return cued.fingerprint() + " " + uncued.fingerprint();
    }

    /**
     * @param byRules clauses that the rules have found to bear
     * @param consequences what a clause comes to in a situation, empty where it cannot bear
     */
    Assessment of(
            Situation situation,
            Set<ClauseId> byRules,
            BiFunction<Situation, ClauseId, Optional<Consequence>> consequences) {
        List<Sentence> sentences = Prose.of(situation);
        Possible possible = Possible.in(situation, byRules, matters, consequences);
        List<Double> beliefs = new ArrayList<>();
        boolean isLegible = sentences.size() < Sentences.SENTENCES_MAX;
        boolean hasPlainCue = false;
        Set<String> examples = new LinkedHashSet<>();
        for (Sentence sentence : sentences) {
            Lexicon.Findings found = lexicon.in(sentence);
            Map<String, Double> plain = Features.of(sentence, found);
            Neighbours.Near near = neighbours.to(plain, sentence, -1);
            EvidenceModel.Belief belief = model.of(Features.with(near, plain));
            beliefs.add(possible.add(sentence, belief));
            isLegible &= Legibility.isLegible(sentence);
            hasPlainCue |=
                    found.cues().stream()
                            .anyMatch(it -> it.isPlain() && possible.isPossible(it.clause()));
            near.example().ifPresent(it -> examples.add(library.get(it).id()));
        }
        double score = score(beliefs);
        Calibration calibration = hasPlainCue ? cued : uncued;
        return new Assessment(
                calibration.probability(score),
                calibration.mistakenForHarmless(score),
                possible.findings().stream()
                        .sorted(Comparator.comparingDouble(Assessment.Finding::share).reversed())
                        .toList(),
                isLegible,
                hasPlainCue,
                examples.stream().limit(EXAMPLES_MAX).toList());
    }
}
