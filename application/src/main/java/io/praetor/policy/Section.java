package io.praetor.policy;

import java.util.List;

/** Rules that are combined with one another; the strictest of the sections' results counts. */
public record Section(String id, CombiningAlgorithm combine, List<Rule> rules) {
    public Section {
        rules = List.copyOf(rules);
    }
}
