package io.praetor.policy.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Action families for a policy whose source has none, guessed from the words of action types. The
 * reviewer of an import corrects them.
 */
final class Families {
    private static final Map<String, List<String>> WORDS = words();
    private static final Map<String, String> RISKS =
            Map.of(
                    "read", "low",
                    "write", "medium",
                    "commit", "medium",
                    "deploy", "high",
                    "admin", "critical");

    /** What no word tells is taken as serious until somebody has looked. */
    private static final String OTHER = "other";

    private static final String OTHER_RISK = "high";

    private final Map<String, List<String>> actions = new LinkedHashMap<>();
    private final Map<String, String> familyOf = new LinkedHashMap<>();

    private static Map<String, List<String>> words() {
        Map<String, List<String>> words = new LinkedHashMap<>();
        words.put("admin", List.of("admin", "grant", "revoke", "delete", "destroy", "credential"));
        words.put("deploy", List.of("deploy", "release", "rollout"));
        words.put("commit", List.of("commit", "push", "merge"));
        words.put("write", List.of("write", "create", "update", "edit"));
        words.put("read", List.of("read", "list", "get", "view", "search", "fetch"));
        return words;
    }

    /** Puts an action type into the family that its words suggest, unless it is in one. */
    String guess(String action) {
        String known = familyOf.get(action);
        if (known != null) {
            return known;
        }
        List<String> spoken =
                List.of(
                        action.replaceAll("([a-z0-9])([A-Z])", "$1 $2")
                                .toLowerCase(Locale.ROOT)
                                .split("[^a-z0-9]+", -1));
        String family =
                WORDS.entrySet().stream()
                        .filter(entry -> entry.getValue().stream().anyMatch(spoken::contains))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(OTHER);
        put(family, action);
        return family;
    }

    /** Puts an action type into a family of that name; gives another one that it is in already. */
    Optional<String> put(String family, String action) {
        String before = familyOf.putIfAbsent(action, family);
        if (before == null) {
            actions.computeIfAbsent(family, name -> new ArrayList<>()).add(action);
        }
        return Optional.ofNullable(before).filter(other -> !other.equals(family));
    }

    String riskOf(String family) {
        return RISKS.getOrDefault(family, OTHER_RISK);
    }

    /** As a policy file has them. */
    Map<String, Object> written() {
        Map<String, Object> written = new LinkedHashMap<>();
        actions.forEach(
                (family, types) ->
                        written.put(
                                family,
                                PolicyText.ordered(
                                        "risk", riskOf(family), "actions", List.copyOf(types))));
        return written;
    }
}
