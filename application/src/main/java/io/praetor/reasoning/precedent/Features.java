package io.praetor.reasoning.precedent;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a sentence shows to the models: named features with their weights. */
final class Features {
    /** Words one by one tell less than a list that somebody put together, so they weigh less. */
    private static final double WORD = .7;

    private static final double NEGATED_WORD = .5;
    private static final double PAIR_OF_WORDS = .4;
    private static final double CONCEPT = 1.5;
    private static final double PAIR_OF_CONCEPTS = 1;
    private static final double CUE = 2;
    private static final double NEAR = 3;

    private Features() {}

    static Map<String, Double> of(Sentence sentence, Lexicon.Findings findings) {
        Map<String, Double> features = new LinkedHashMap<>();
        String before = "";
        for (Token token : sentence.tokens()) {
            if (token.isWord()) {
                features.put("w:" + token.stem(), WORD);
                if (token.isIn(Scope.NEGATED)) {
                    features.put("n:" + token.stem(), NEGATED_WORD);
                }
                if (!before.isEmpty()) {
                    features.put("b:" + before + " " + token.stem(), PAIR_OF_WORDS);
                }
                token.scopes().stream()
                        .filter(scope -> scope != Scope.NEGATED)
                        .forEach(scope -> features.put("s:" + scope.label(), 1.0));
            }
            before = token.isWord() ? token.stem() : "";
        }
        addConcepts(findings.concepts(), features);
        for (Lexicon.Found cue : findings.cues()) {
            features.put("k:" + cue.clause(), CUE);
            features.put(kind(cue), CUE);
        }
        return features;
    }

    /** The same, with what the nearest examples say. */
    static Map<String, Double> with(Neighbours.Near near, Map<String, Double> features) {
        Map<String, Double> more = new LinkedHashMap<>(features);
        more.put("near:bearing", NEAR * near.bearing());
        more.put("near:other", NEAR * near.other());
        return more;
    }

    private static void addConcepts(List<String> concepts, Map<String, Double> features) {
        for (int i = 0; i < concepts.size(); i++) {
            features.put("c:" + concepts.get(i), CONCEPT);
            for (int j = i + 1; j < concepts.size(); j++) {
                features.put("p:" + concepts.get(i) + "&" + concepts.get(j), PAIR_OF_CONCEPTS);
            }
        }
    }

    /** What a cue is worth where something takes hold of it. */
    private static String kind(Lexicon.Found cue) {
        String said = cue.bears() ? "k-bears" : "k-settles";
        if (cue.scopes().contains(Scope.NEGATED)) {
            return said + "-denied";
        }
        if (cue.scopes().contains(Scope.QUOTED)) {
            return said + "-quoted";
        }
        return cue.scopes().isEmpty() ? said : said + "-hedged";
    }
}
