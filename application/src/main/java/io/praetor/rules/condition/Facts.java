package io.praetor.rules.condition;

import io.praetor.policy.ActionFamily;
import io.praetor.policy.ConditionLanguage;
import io.praetor.situation.Situation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A situation as the rules of one policy set see it, for one evaluation: not thread-safe.
 *
 * <p>What costs something to find is found when first asked for.
 */
public final class Facts {
    private final Situation situation;
    private final PolicyTables tables;
    private final @Nullable String role;
    private final @Nullable ActionFamily family;
    private @Nullable List<String> prose;
    private @Nullable Boolean offHours;
    private @Nullable String foldedResource;
    private @Nullable Object @Nullable [] elements;

    public Facts(Situation situation, PolicyTables tables) {
        this.situation = situation;
        this.tables = tables;
        role = tables.roleOf(situation.actor());
        family = tables.familyOf(situation.action().type());
    }

    public Situation situation() {
        return situation;
    }

    /** The role acted in; null where neither the caller nor the directory knows one. */
    public @Nullable String role() {
        return role;
    }

    /** The family of the action; null where it belongs to none. */
    public @Nullable ActionFamily family() {
        return family;
    }

    /** The resource's id in lower case. */
    public String foldedResource() {
        if (foldedResource == null) {
            foldedResource = situation.resource().id().toLowerCase(Locale.ROOT);
        }
        return foldedResource;
    }

    public boolean isOffHours() {
        if (offHours == null) {
            offHours = tables.isOffHours(situation.at());
        }
        return offHours;
    }

    /** Every text that the actor could write, in a fixed order. */
    public List<String> prose() {
        if (prose == null) {
            prose = proseOf(situation);
        }
        return prose;
    }

    /** The element that the loop at {@code depth} stands at. */
    @Nullable Object element(int depth) {
        return elements == null ? null : elements[depth];
    }

    void standAt(int depth, @Nullable Object element) {
        if (elements == null) {
            elements = new @Nullable Object[ConditionLanguage.LOOPS_MAX];
        }
        elements[depth] = element;
    }

    /** The texts of {@link #prose}, which are the same under every policy set. */
    public static List<String> proseOf(Situation situation) {
        List<String> texts = new ArrayList<>();
        situation.action().description().ifPresent(texts::add);
        texts.addAll(situation.context().history());
        situation.context().intent().ifPresent(texts::add);
        situation.context().incident().ifPresent(texts::add);
        situation.context().approvalPending().ifPresent(texts::add);
        addTexts(situation.action().parameters().values(), texts);
        addTexts(situation.context().extras().values(), texts);
        return List.copyOf(texts);
    }

    private static void addTexts(@Nullable Object value, List<String> texts) {
        if (value instanceof String text) {
            texts.add(text);
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(inner -> addTexts(inner, texts));
        } else if (value instanceof List<?> list) {
            list.forEach(inner -> addTexts(inner, texts));
        }
    }
}
