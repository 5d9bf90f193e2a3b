package io.praetor.rules;

import io.praetor.rules.condition.Facts;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A part of an index: rules in a list, or split by one dimension of their targets. Immutable. */
sealed interface Branch {
    /** So few rules are tried one after the other faster than they are looked up. */
    int LISTED_MAX = 8;

    /** Adds every rule that can match; {@code into} gets lists in ascending order. */
    void collect(Facts facts, Candidates into);

    /**
     * Splits by the dimension that leaves the fewest rules, while there are many and it helps.
     *
     * @param byRole whether roles are still to be split
     * @param byResource whether resources are
     */
    static Branch of(List<CompiledRule> rules, boolean byRole, boolean byResource) {
        Split roles = byRole ? Split.byRole(rules) : Split.NONE;
        Split resources = byResource ? Split.byResource(rules) : Split.NONE;
        boolean helps = Math.min(roles.worst(), resources.worst()) < rules.size();
        if (rules.size() <= LISTED_MAX || !helps) {
            return new Listed(rules);
        }
        return roles.worst() <= resources.worst()
                ? new ByRole(roles, byResource)
                : new ByResource(resources, byRole);
    }

    /** Rules that are tried one by one. */
    final class Listed implements Branch {
        private final CompiledRule[] rules;

        Listed(List<CompiledRule> rules) {
            this.rules = rules.toArray(CompiledRule[]::new);
        }

        @Override
        public void collect(Facts facts, Candidates into) {
            into.add(rules);
        }
    }

    /** Rules under the roles they name. */
    final class ByRole implements Branch {
        private final Branch rest;
        private final Map<String, Branch> named = new HashMap<>();

        ByRole(Split split, boolean byResource) {
            rest = Branch.of(split.rest(), false, byResource);
            split.named().forEach((role, list) -> named.put(role, of(list, byResource)));
        }

        private static Branch of(List<CompiledRule> rules, boolean byResource) {
            return Branch.of(rules, false, byResource);
        }

        @Override
        public void collect(Facts facts, Candidates into) {
            rest.collect(facts, into);
            Branch branch = facts.role() == null ? null : named.get(facts.role());
            if (branch != null) {
                branch.collect(facts, into);
            }
        }
    }

    /**
     * Rules under the resources they name: whole ids by hash, patterns by their literal beginnings,
     * sorted. Every beginning of an id is the greatest that is not above the id, or a beginning of
     * that one, because all that lies between a text and its beginning begins the same.
     */
    final class ByResource implements Branch {
        private final Branch rest;
        private final Map<String, Branch> literals = new HashMap<>();
        private final String[] beginnings;
        private final Branch[] branches;

        /** For each beginning the place of the longest other that begins it, or -1. */
        private final int[] parents;

        ByResource(Split split, boolean byRole) {
            rest = Branch.of(split.rest(), byRole, false);
            split.named()
                    .forEach(
                            (key, rules) -> {
                                if (Split.isLiteral(key)) {
                                    literals.put(Split.text(key), Branch.of(rules, byRole, false));
                                }
                            });
            beginnings =
                    split.named().keySet().stream()
                            .filter(key -> !Split.isLiteral(key))
                            .sorted()
                            .toArray(String[]::new);
            branches =
                    Arrays.stream(beginnings)
                            .map(key -> Branch.of(split.under(key), byRole, false))
                            .toArray(Branch[]::new);
            parents = parents(beginnings);
        }

        private static int[] parents(String[] sorted) {
            int[] parents = new int[sorted.length];
            for (int i = 0; i < parents.length; i++) {
                int parent = i - 1;
                while (parent >= 0 && !sorted[i].startsWith(sorted[parent])) {
                    parent = parents[parent];
                }
                parents[i] = parent;
            }
            return parents;
        }

        @Override
        public void collect(Facts facts, Candidates into) {
            rest.collect(facts, into);
            String id = facts.foldedResource();
            if (id.isEmpty()) {
                return;
            }
            Branch literal = literals.get(id);
            if (literal != null) {
                literal.collect(facts, into);
            }
            for (int i = notAbove(id); i >= 0; i = parents[i]) {
                if (id.startsWith(beginnings[i])) {
                    branches[i].collect(facts, into);
                }
            }
        }

        private int notAbove(String id) {
            int found = Arrays.binarySearch(beginnings, id);
            return found >= 0 ? found : -found - 2;
        }
    }
}
