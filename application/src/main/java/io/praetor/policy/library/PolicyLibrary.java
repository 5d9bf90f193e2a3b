package io.praetor.policy.library;

import io.praetor.policy.PolicySet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The policy sets that are in force, by team. Immutable, so that a request is decided under one
 * library from start to end.
 *
 * @param standard serves every team that no other set serves, and requests that name none
 * @param others each for the teams it names; ids and teams are named once in the library
 */
public record PolicyLibrary(PolicySet standard, List<PolicySet> others) {
    /** Each set is compiled and kept in memory. */
    public static final int POLICIES_MAX = 1000;

    public PolicyLibrary {
        others = List.copyOf(others);
        Set<String> ids = new HashSet<>();
        Set<String> teams = new HashSet<>();
        for (PolicySet policy : Stream.concat(Stream.of(standard), others.stream()).toList()) {
            if (!ids.add(policy.header().id())) {
                throw new IllegalArgumentException("policy twice: " + policy.header().id());
            }
            policy.team().teams().stream()
                    .filter(team -> !teams.add(team))
                    .findFirst()
                    .ifPresent(
                            team -> {
                                throw new IllegalArgumentException("team twice: " + team);
                            });
        }
    }

    public static PolicyLibrary of(PolicySet standard) {
        return new PolicyLibrary(standard, List.of());
    }

    /** The set that decides for {@code team}; the standard one for a team that is not known. */
    public PolicySet forTeam(Optional<String> team) {
        return team.flatMap(
                        name ->
                                others.stream()
                                        .filter(policy -> policy.team().teams().contains(name))
                                        .findFirst())
                .orElse(standard);
    }

    /** Every set, the standard one first. */
    public List<PolicySet> all() {
        return Stream.concat(Stream.of(standard), others.stream()).toList();
    }

    Map<String, PolicySet> byId() {
        Map<String, PolicySet> policies = new HashMap<>();
        all().forEach(policy -> policies.put(policy.header().id(), policy));
        return policies;
    }
}
