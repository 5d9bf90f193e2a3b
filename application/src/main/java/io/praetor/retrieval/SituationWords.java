package io.praetor.retrieval;

import io.praetor.policy.PolicySet;
import io.praetor.rules.condition.Facts;
import io.praetor.situation.Context;
import io.praetor.situation.Environment;
import io.praetor.situation.Labels;
import io.praetor.situation.Situation;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** A situation in the words that passages are searched by. */
final class SituationWords {
    private SituationWords() {}

    static String all(Situation situation, String family) {
        return frame(situation, family) + " " + String.join(" ", Facts.proseOf(situation));
    }

    /** Who does what to which resource, and what else is known: names and kinds, no prose. */
    private static String frame(Situation situation, String family) {
        List<String> words = new ArrayList<>();
        words.add(Words.family(family));
        words.add(Words.split(situation.action().type()));
        words.add(Words.split(situation.resource().id()));
        Environment environment = situation.resource().environment();
        if (environment != Environment.NONE) {
            words.add(environment.label());
        }
        words.add(situation.actor().kind().label());
        situation.actor().role().ifPresent(words::add);
        situation.actor().identity().level().map(Labels::of).ifPresent(words::add);
        situation.actor().identity().trend().map(Labels::of).ifPresent(words::add);
        addNames(situation.context(), words);
        return String.join(" ", words);
    }

    private static void addNames(Context context, List<String> words) {
        context.signals().values().keySet().forEach(name -> words.add(Words.split(name)));
        context.coherence().coupling().map(Labels::of).ifPresent(words::add);
        context.incident().ifPresent(_ -> words.add("incident"));
        context.approvalPending().ifPresent(_ -> words.add("approval pending"));
        context.callerRisk().ifPresent(risk -> words.add("caller risk " + risk.label()));
    }

    /** What is out of the ordinary by the policy's own settings, in the words of clauses. */
    static String circumstances(Situation situation, PolicySet policy) {
        List<String> words = new ArrayList<>();
        if (situation.actor().role().isEmpty()) {
            words.add("without a role, in no role");
        }
        if (!situation.actor().trust().isComplete()) {
            words.add("trust is missing, not known");
        }
        OptionalDouble coherence = situation.actor().identity().coherence();
        if (coherence.isPresent() && coherence.getAsDouble() < policy.trust().coherenceFloor()) {
            words.add("coherence below the floor");
        }
        if (!policy.team().isWithinHours(situation.at())) {
            words.add("off hours, outside the team's hours");
        }
        return String.join(", ", words);
    }
}
