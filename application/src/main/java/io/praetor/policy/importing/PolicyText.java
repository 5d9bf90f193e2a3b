package io.praetor.policy.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A policy file being written: its parts in the order of the file, and the YAML they make. */
final class PolicyText {
    private static final String SCHEMA =
            "# yaml-language-server: $schema=../schemas/policy.schema.json\n";
    private static final String DEFAULT_CLAUSE = "default.deny";

    private final Map<String, Object> top = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();
    private final Map<String, Object> clauses = new LinkedHashMap<>();
    private final Families families = new Families();
    private final Map<String, Object> counters = new LinkedHashMap<>();
    private final Set<String> roles = new LinkedHashSet<>();
    private final List<Map<String, Object>> rules = new ArrayList<>();

    PolicyText(String file) {
        top.put("policy", Slugs.of(file.replaceFirst(".*[/\\\\]", "").replaceFirst("\\..*", "")));
        top.put("version", "1.0.0");
        top.put("reason", "Imported from " + file.replaceFirst(".*[/\\\\]", "") + ".");
        clauses.put(
                DEFAULT_CLAUSE, ordered("text", "What no rule settles is denied.", "tier", "high"));
    }

    /** Something a reviewer should look at; one line of the file's head. */
    void note(String line) {
        notes.add(line);
    }

    void setting(String key, Object value) {
        top.put(key, value);
    }

    /** True if no clause had that id. */
    boolean clause(String id, String text, String tier) {
        return clauses.putIfAbsent(id, ordered("text", text, "tier", tier)) == null;
    }

    void counter(String name, List<String> actions, String window) {
        counters.put(name, ordered("per", "actor", "actions", actions, "window", window));
    }

    void roles(List<String> named) {
        roles.addAll(named);
    }

    void rule(Map<String, Object> rule) {
        rules.add(rule);
    }

    Families families() {
        return families;
    }

    String yaml(String section, String combine) {
        Map<String, Object> policy = new LinkedHashMap<>(top);
        if (!roles.isEmpty()) {
            policy.put("roles", List.copyOf(roles));
        }
        policy.put("clauses", clauses);
        policy.put("families", families.written());
        if (!counters.isEmpty()) {
            policy.put("counters", counters);
        }
        policy.put("default", ordered("effect", "deny", "clause", DEFAULT_CLAUSE));
        policy.put("sections", List.of(ordered("id", section, "combine", combine, "rules", rules)));
        StringBuilder text = new StringBuilder(SCHEMA);
        notes.forEach(line -> text.append("# ").append(line).append('\n'));
        return text.append(YamlText.of(policy)).toString();
    }

    /** A mapping that is written in the order given here: key, value, key, value. */
    static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> mapping = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            mapping.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return mapping;
    }
}
