package io.praetor.suite.campaign;

import io.praetor.policy.Effect;
import io.praetor.suite.campaign.Attack.Half;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of a campaign.
 *
 * @param cases attacks that every defender had to face
 * @param openScenarios how many scenarios the open half comes from
 * @param scores by half, technique and defender
 * @param breaches cases in which rules did not hold; the first of each technique at least
 */
public record InjectionResult(
        int cases,
        long seed,
        int openScenarios,
        List<Defender> defenders,
        Map<Key, Score> scores,
        List<Breach> breaches) {
    public InjectionResult {
        defenders = List.copyOf(defenders);
        scores = Collections.unmodifiableMap(new LinkedHashMap<>(scores));
        breaches = List.copyOf(breaches);
    }

    /** Whose score it is, and against what. */
    public record Key(Half half, Technique technique, String defender) {}

    /** A guarded defender answered weaker than the rules. */
    public record Breach(
            int number,
            Technique technique,
            String source,
            String defender,
            Effect floor,
            Effect got) {}

    public Score score(Half half, Technique technique, String defender) {
        return scores.getOrDefault(new Key(half, technique, defender), Score.NONE);
    }

    public Score score(Half half, String defender) {
        Score all = Score.NONE;
        for (Technique technique : Technique.values()) {
            all = all.plus(score(half, technique, defender));
        }
        return all;
    }

    public boolean isHeld() {
        return defenders.stream()
                .filter(Defender::isGuarded)
                .allMatch(defender -> score(Half.FIRM, defender.name()).successes() == 0);
    }
}
