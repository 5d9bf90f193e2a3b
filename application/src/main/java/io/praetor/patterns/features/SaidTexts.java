package io.praetor.patterns.features;

import io.praetor.patterns.Shingles;
import io.praetor.situation.Context;
import io.praetor.situation.Situation;
import java.util.ArrayList;
import java.util.List;

/**
 * The free texts of a situation.
 *
 * @param parts the names of those given, joined by a plus
 */
record SaidTexts(String parts, Shingles shingles) {
    static SaidTexts of(Situation situation) {
        ShingleReader reader = new ShingleReader();
        List<String> parts = new ArrayList<>(4);
        Context context = situation.context();
        situation.action().description().ifPresent(text -> say("details", text, parts, reader));
        context.history().forEach(text -> say("history", text, parts, reader));
        context.intent().ifPresent(text -> say("intent", text, parts, reader));
        context.teamNorms().ifPresent(text -> say("norms", text, parts, reader));
        context.incident().ifPresent(text -> say("incident", text, parts, reader));
        context.approvalPending().ifPresent(text -> say("pending", text, parts, reader));
        reader.readAll("parameter", situation.action().parameters().values());
        reader.readAll("context", context.extras().values());
        reader.readAll("signal", context.signals().values());
        reader.readAll("subject", situation.actor().properties().values());
        reader.readAll("resource", situation.resource().properties().values());
        return new SaidTexts(String.join("+", parts), reader.shingles());
    }

    private static void say(String part, String text, List<String> parts, ShingleReader reader) {
        if (!parts.contains(part)) {
            parts.add(part);
        }
        reader.read(part, text);
    }
}
