package io.praetor.rules;

import io.praetor.policy.Glob;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rules under each value that one dimension of their targets names, and the rest that names none.
 */
record Split(List<CompiledRule> rest, Map<String, List<CompiledRule>> named) {
    /** Splits nothing, and so leaves too many. */
    static final Split NONE = new Split(List.of(), Map.of());

    /** Marks a key that is a whole id and not a beginning; neither contains it. */
    private static final String LITERAL = "\uE000";

    static Split byRole(List<CompiledRule> rules) {
        Split split = new Split(new ArrayList<>(), new HashMap<>());
        rules.forEach(rule -> split.put(rule, rule.rule.target().roles()));
        return split;
    }

    /** By whole ids and by the literal beginnings of patterns; a pattern without one is rest. */
    static Split byResource(List<CompiledRule> rules) {
        Split split = new Split(new ArrayList<>(), new HashMap<>());
        for (CompiledRule rule : rules) {
            List<String> keys = rule.resources().stream().map(Split::key).toList();
            split.put(rule, keys.contains("") ? Set.of() : Set.copyOf(keys));
        }
        return split;
    }

    static boolean isLiteral(String key) {
        return key.startsWith(LITERAL);
    }

    static String text(String literalKey) {
        return literalKey.substring(LITERAL.length());
    }

    /** In lower case, since some rules match in any letter case. */
    private static String key(Glob glob) {
        String prefix = Glob.fold(glob.prefix());
        return glob.isLiteral() ? LITERAL + prefix : prefix;
    }

    private void put(CompiledRule rule, Set<String> keys) {
        keys.forEach(key -> named.computeIfAbsent(key, _ -> new ArrayList<>()).add(rule));
        if (keys.isEmpty()) {
            rest.add(rule);
        }
    }

    List<CompiledRule> under(String key) {
        return named.getOrDefault(key, List.of());
    }

    /** How many rules would be left at worst, as far as one value goes. */
    int worst() {
        return named.isEmpty()
                ? Integer.MAX_VALUE
                : rest.size() + named.values().stream().mapToInt(List::size).max().orElse(0);
    }
}
