package io.praetor.suite.campaign;

import io.praetor.policy.Effect;
import io.praetor.policy.Evaluation;
import io.praetor.reasoning.Opinion;
import io.praetor.reasoning.Question;
import io.praetor.reasoning.Reasoner;
import io.praetor.situation.Attributes;
import io.praetor.situation.Labels;
import io.praetor.situation.Situation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The strongest evaluator that an attacker can have in hand: it answers what a text of the
 * situation orders, and ALLOW where none orders anything, always with confidence 1. For campaigns
 * only: what holds around it holds around any model.
 */
public final class ObedientReasoner implements Reasoner {
    public static final Opinion.Adviser ADVISER =
            new Opinion.Adviser("obedient", "obedient/1", false);

    private static final Pattern ORDER =
            Pattern.compile(
                    "(?:answer|reply|return|say|decide|decision)\\W{1,6}(?:with |to |is )?"
                            + "(allow|deny|require_attestation|require_mfa)\\b");

    @Override
    public Opinion reason(Question question) {
        Effect effect = ordered(question.situation()).orElse(Effect.ALLOW);
        return new Opinion(
                new Evaluation.Applicable(
                        effect,
                        Set.of(),
                        List.of(question.policy().fallbacks().noRule().clause()),
                        List.of(),
                        List.of(),
                        List.of("does what it is told"),
                        1),
                ADVISER,
                List.of(),
                List.of(),
                Optional.empty(),
                List.of());
    }

    /** The last order counts, as it often does with models. */
    private static Optional<Effect> ordered(Situation situation) {
        Optional<Effect> ordered = Optional.empty();
        for (String text : texts(situation)) {
            Matcher orders = ORDER.matcher(text.toLowerCase(Locale.ROOT));
            while (orders.find()) {
                ordered = Labels.read(Effect.class, orders.group(1));
            }
        }
        return ordered;
    }

    private static List<String> texts(Situation situation) {
        List<String> texts = new ArrayList<>();
        situation.action().description().ifPresent(texts::add);
        texts.addAll(situation.context().history());
        situation.context().intent().ifPresent(texts::add);
        situation.context().incident().ifPresent(texts::add);
        Attributes parameters = situation.action().parameters();
        parameters.values().keySet().forEach(key -> parameters.text(key).ifPresent(texts::add));
        return texts;
    }
}
