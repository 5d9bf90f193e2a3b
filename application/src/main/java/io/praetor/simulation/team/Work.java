package io.praetor.simulation.team;

import io.praetor.policy.Effect;
import java.util.List;

/**
 * Something that a simulated team does: an action on a sort of resource, in one of some roles.
 *
 * @param resource with {@code %s} for a service
 */
record Work(String action, String resource, List<String> roles, Weight weight) {
    /** How much hangs on it. */
    enum Weight {
        LOOKS,
        CHANGES,
        /** Nobody lets it pass without a second person. */
        GRAVE
    }

    /** What small teams do all day, by action names that the sample policy knows. */
    static final List<Work> USUAL =
            List.of(
                    new Work(
                            "read_logs", "logs:%s", List.of("developer", "deployer"), Weight.LOOKS),
                    new Work(
                            "query_database", "db:%s", List.of("developer", "admin"), Weight.LOOKS),
                    new Work(
                            "view_dashboard",
                            "board:%s",
                            List.of("member", "developer"),
                            Weight.LOOKS),
                    new Work(
                            "read_document",
                            "docs/%s.md",
                            List.of("member", "reviewer"),
                            Weight.LOOKS),
                    new Work("write_file", "repo:%s/src", List.of("developer"), Weight.CHANGES),
                    new Work(
                            "update_record",
                            "table:%s",
                            List.of("developer", "admin"),
                            Weight.CHANGES),
                    new Work("create_issue", "tracker:%s", List.of("developer"), Weight.CHANGES),
                    new Work("commit", "repo:%s", List.of("developer"), Weight.CHANGES),
                    new Work("review", "repo:%s", List.of("reviewer", "developer"), Weight.CHANGES),
                    new Work(
                            "deploy",
                            "env:staging/%s",
                            List.of("deployer", "admin"),
                            Weight.CHANGES),
                    new Work(
                            "deploy",
                            "env:production/%s",
                            List.of("deployer", "admin"),
                            Weight.GRAVE),
                    new Work("invite", "team:%s", List.of("admin"), Weight.GRAVE));

    /** The weakest that is right for it, whatever else. */
    Effect atLeast() {
        return switch (weight) {
            case LOOKS, CHANGES -> Effect.ALLOW;
            case GRAVE -> Effect.REQUIRE_ATTESTATION;
        };
    }
}
