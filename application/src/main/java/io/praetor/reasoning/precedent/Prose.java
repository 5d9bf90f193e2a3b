package io.praetor.reasoning.precedent;

import io.praetor.situation.Attributes;
import io.praetor.situation.Situation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The sentences of a situation, whoever wrote them: details, history, context and norms of the
 * team, incident, pending approval, texts among signals, parameters and extras.
 */
final class Prose {
    /** A word of an enumeration, an id or a path is no sentence. */
    private static final int WORDS_MIN = 2;

    private Prose() {}

    static List<Sentence> of(Situation situation) {
        Set<String> texts = new LinkedHashSet<>();
        situation.action().description().ifPresent(texts::add);
        texts.addAll(situation.context().history());
        situation.context().intent().ifPresent(texts::add);
        situation.context().teamNorms().ifPresent(texts::add);
        situation.context().incident().ifPresent(texts::add);
        situation.context().approvalPending().ifPresent(texts::add);
        addTexts(situation.context().signals(), texts);
        addTexts(situation.action().parameters(), texts);
        addTexts(situation.context().extras(), texts);
        List<Sentence> sentences = new ArrayList<>();
        texts.forEach(text -> sentences.addAll(Sentences.of(text)));
        sentences.removeIf(it -> it.words() < WORDS_MIN && Legibility.isLegible(it));
        return sentences;
    }

    private static void addTexts(Attributes attributes, Set<String> texts) {
        add(attributes.values(), texts);
    }

    private static void add(@Nullable Object value, Set<String> texts) {
        switch (value) {
            case String text -> texts.add(text);
            case Map<?, ?> map -> map.values().forEach(inner -> add(inner, texts));
            case List<?> list -> list.forEach(inner -> add(inner, texts));
            case null, default -> {}
        }
    }
}
