package io.praetor.reasoning.precedent;

import io.praetor.retrieval.Precedent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * What confirmed examples teach of sentences: whether one bears on any clause, and whose matter it
 * speaks of. Immutable once fitted, and the same for the same examples.
 */
final class EvidenceModel {
    private final LinearModel bearing;
    private final TopicModel topics;

    /**
     * A sentence of an example, as the models see it.
     *
     * @param example number of the example it stands in
     * @param matter empty where it speaks of no clause's
     * @param hasPlainCue whether a cue says that a clause bears
     */
    record Lesson(
            int example,
            Sentence sentence,
            Map<String, Double> features,
            String matter,
            boolean hasPlainCue,
            boolean bears) {
        Lesson with(Map<String, Double> more) {
            return new Lesson(example, sentence, more, matter, hasPlainCue, bears);
        }
    }

    /**
     * What is thought of a sentence.
     *
     * @param bears how likely it is to bear on a clause
     * @param topics the share of belief in each matter, if it bears
     */
    record Belief(double bears, SortedMap<String, Double> topics) {}

    private EvidenceModel(LinearModel bearing, TopicModel topics) {
        this.bearing = bearing;
        this.topics = topics;
    }

    static List<Lesson> lessons(List<Precedent> library, Lexicon lexicon, Matters matters) {
        List<Lesson> lessons = new ArrayList<>();
        for (int i = 0; i < library.size(); i++) {
            for (Precedent.Evidence evidence : library.get(i).evidence()) {
                Sentence sentence = Sentences.one(evidence.sentence());
                Lexicon.Findings found = lexicon.in(sentence);
                lessons.add(
                        new Lesson(
                                i,
                                sentence,
                                Features.of(sentence, found),
                                evidence.clause().flatMap(matters::of).orElse(""),
                                found.cues().stream().anyMatch(Lexicon.Found::isPlain),
                                evidence.bears()));
            }
        }
        return lessons;
    }

    static EvidenceModel fit(List<Lesson> lessons, Matters matters) {
        Set<String> names = new TreeSet<>(matters.clauses().keySet());
        return new EvidenceModel(
                bearing(lessons),
                TopicModel.fit(
                        names,
                        lessons.stream()
                                .filter(it -> !it.matter.isEmpty())
                                .map(it -> Map.entry(it.matter, it.features))
                                .toList()));
    }

    /** How likely a sentence bears, taught by these alone. */
    static LinearModel bearing(List<Lesson> lessons) {
        return LinearModel.fit(
                lessons.stream()
                        .map(it -> new LinearModel.Example(it.features, it.bears))
                        .toList());
    }

    Belief of(Map<String, Double> features) {
        return new Belief(LinearModel.sigmoid(bearing.score(features)), topics.topics(features));
    }
}
