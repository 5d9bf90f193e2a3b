package io.praetor.app.trial;

import io.praetor.app.ActivePolicies;
import io.praetor.app.Reasoners;
import io.praetor.policy.library.PolicyLibrary;
import io.praetor.retrieval.Precedent;
import java.util.List;
import java.util.Map;

/**
 * Who can be asked beside the rules, and what they have seen.
 *
 * @param reasoners the one that serves first
 * @param examples the library that reasoners are given
 * @param prompts the texts of prompts by their names
 */
public record Contestants(
        List<Named> reasoners, List<Precedent> examples, Map<String, String> prompts) {
    public static final Contestants NONE = new Contestants(List.of(), List.of(), Map.of());

    public Contestants {
        reasoners = List.copyOf(reasoners);
        examples = List.copyOf(examples);
        prompts = Map.copyOf(prompts);
    }

    /**
     * Who reasons, as reports name it.
     *
     * @param name such as {@code precedent} or {@code demo model}
     */
    public record Named(String name, Reasoners reasoners) {
        ActivePolicies over(PolicyLibrary library) {
            return new ActivePolicies(library, reasoners);
        }
    }

    /** The policies with the reasoner that serves, where one does. */
    public ActivePolicies serving(PolicyLibrary library) {
        return new ActivePolicies(
                library, reasoners.isEmpty() ? Reasoners.NONE : reasoners.getFirst().reasoners());
    }

    /** Such as {@code nothing but rules is attached}. */
    public String words() {
        return reasoners.isEmpty()
                ? "nothing but rules is attached"
                : "attached: " + String.join(", ", reasoners.stream().map(Named::name).toList());
    }
}
