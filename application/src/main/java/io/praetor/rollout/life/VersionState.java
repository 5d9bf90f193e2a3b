package io.praetor.rollout.life;

/** Where a version stands in its life. */
public sealed interface VersionState {
    /** Being proven. */
    record Candidate(Stage stage) implements VersionState {}

    /** Binding for the actions of its tier. */
    record Live(Tier tier) implements VersionState {}

    /**
     * Stopped, and waiting for a person.
     *
     * @param before where RESUME leads; a candidate beyond shadow, or live
     * @param wasDefault whether the family's default moved away from it
     */
    record Quarantined(VersionState before, boolean wasDefault) implements VersionState {}

    /** Withdrawn for good; what is mended comes back as a spawned child. */
    record RolledBack() implements VersionState {}

    /** Retired for good. */
    record Retired() implements VersionState {}

    default StateKind kind() {
        return switch (this) {
            case Candidate(Stage stage) ->
                    switch (stage) {
                        case SHADOW -> StateKind.SHADOW;
                        case ADVISORY -> StateKind.ADVISORY;
                        case CANARY -> StateKind.CANARY;
                    };
            case Live _ -> StateKind.LIVE;
            case Quarantined _ -> StateKind.QUARANTINED;
            case RolledBack _ -> StateKind.ROLLED_BACK;
            case Retired _ -> StateKind.DEPRECATED;
        };
    }

    /** One line that tells every state from every other; part of what a change's hash covers. */
    default String label() {
        return switch (this) {
            case Candidate(Stage stage) -> "CANDIDATE/" + stage;
            case Live(Tier tier) -> "LIVE/" + tier;
            case Quarantined(VersionState before, boolean wasDefault) ->
                    "QUARANTINED(%s%s)".formatted(before.label(), wasDefault ? ", default" : "");
            case RolledBack _ -> "ROLLED_BACK";
            case Retired _ -> "DEPRECATED";
        };
    }
}
