package io.praetor.policy.reading;

import io.praetor.policy.CombiningAlgorithm;
import io.praetor.policy.CounterRule;
import io.praetor.policy.Effect;
import io.praetor.policy.Obligation.Attester;
import io.praetor.policy.TrustSettings.Aggregate;
import io.praetor.policy.document.Fields;
import io.praetor.situation.ActorKind;
import io.praetor.situation.Labels;
import io.praetor.situation.RiskLevel;
import java.time.DayOfWeek;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The closed sets of words that a policy file may use, as it spells them. */
final class Words {
    static final Map<String, Effect> EFFECTS =
            Fields.words(List.of(Effect.values()), Effect::label);
    static final Map<String, RiskLevel> TIERS =
            Fields.words(List.of(RiskLevel.values()), RiskLevel::label);
    static final Map<String, ActorKind> KINDS =
            Fields.words(List.of(ActorKind.values()), ActorKind::label);
    static final Map<String, CombiningAlgorithm> ALGORITHMS =
            Fields.words(List.of(CombiningAlgorithm.values()), CombiningAlgorithm::label);
    static final Map<String, Attester> ATTESTERS =
            Fields.words(List.of(Attester.values()), Attester::label);

    /** Who approves, or nobody. */
    static final Map<String, Optional<Attester>> APPROVALS = attestersAnd("none");

    /** Who attests, or a person whom no approval stands in for. */
    static final Map<String, Optional<Attester>> ATTESTS = attestersAnd("human");

    static final Map<String, Aggregate> AGGREGATES =
            Fields.words(List.of(Aggregate.values()), Labels::of);
    static final Map<String, CounterRule.Per> PER =
            Fields.words(List.of(CounterRule.Per.values()), Labels::of);
    static final Map<String, DayOfWeek> DAYS =
            Fields.words(
                    List.of(DayOfWeek.values()),
                    day -> Labels.of(day).substring(0, 3).toLowerCase(Locale.ROOT));

    /** Whether a cost is charged to an actor of whom no ATP is known. */
    static final Map<String, Boolean> ABSENT_ATP =
            Fields.words(List.of(false, true), charged -> charged ? "charge" : "waive");

    private Words() {}

    private static Map<String, Optional<Attester>> attestersAnd(String nobody) {
        Map<String, Optional<Attester>> words = new LinkedHashMap<>();
        ATTESTERS.forEach((word, attester) -> words.put(word, Optional.of(attester)));
        words.put(nobody, Optional.empty());
        return Collections.unmodifiableMap(words);
    }
}
