package io.praetor.bench;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A policy of any size in which ten rules share every target.
 *
 * @param rules how many, a multiple of ten
 */
record ManyRules(int rules) {
    private static final int SHARING = 10;
    private static final List<String> ROLES =
            List.of("admin", "developer", "deployer", "reviewer", "member");

    String yaml() {
        String actions = join(rules / SHARING, ManyRules::action, ", ");
        return """
               policy: many-rules
               version: 1.0.0
               reason: As many rules as it takes.
               clauses:
                 any: {text: Whoever may act may act so., tier: low}
                 none: {text: What no rule permits is denied., tier: low}
               families:
                 work: {risk: low, actions: [%s]}
               default: {effect: deny, clause: none}
               sections:
                 - id: permits
                   combine: deny-overrides
                   rules:
               """
                        .formatted(actions)
                + join(rules, ManyRules::rule, "");
    }

    /** The ask, about one of this policy's actions. */
    Ask ask(Ask ask, int index) {
        String action = action((index * 31) % (rules / SHARING));
        return new Ask(ask.role(), ask.kind(), action, ask.resource(), ask.trust());
    }

    private static String rule(int index) {
        boolean conditional = index % SHARING == 7;
        return """
                   - id: r%d
                     clause: any
                     actions: [%s]
                     roles: [%s]
                     resources: ["%s"]
                     trust: %s
                     %s
                     effect: allow
               """
                .formatted(
                        index,
                        action(index / SHARING),
                        ROLES.get(index % ROLES.size()),
                        index % 2 == 0 ? "env:*" : "repo:core",
                        index % 3 == 0 ? "0.8" : "0.5",
                        conditional ? "when: 'actor.kind == \"human\"'" : "");
    }

    private static String action(int group) {
        return "act-" + group;
    }

    private static String join(int count, IntFunction<String> text, String separator) {
        return IntStream.range(0, count).mapToObj(text).collect(Collectors.joining(separator));
    }
}
