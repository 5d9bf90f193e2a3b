package io.praetor.reasoning.prompt;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;

/** The prompt variants that were read, and the examples that ship beside them. Immutable. */
public final class PromptLibrary {
    private final TreeMap<String, PromptVariant> variants;
    private final List<Example> examples;

    PromptLibrary(Map<String, PromptVariant> variants, List<Example> examples) {
        this.variants = new TreeMap<>(variants);
        this.examples = List.copyOf(examples);
    }

    public SortedSet<String> names() {
        return Collections.unmodifiableSortedSet(variants.navigableKeySet());
    }

    public Optional<PromptVariant> variant(String name) {
        return Optional.ofNullable(variants.get(name));
    }

    /** Written by hand, for as long as too few decisions have been reviewed. */
    public List<Example> examples() {
        return examples;
    }
}
