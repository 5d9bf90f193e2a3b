package io.praetor.situation.dialect;

import java.util.Optional;

/**
 * What the door makes of an id, for texts that are to match ids of requests: a policy's roles,
 * actions and resources.
 */
public sealed interface IdReading {
    /**
     * @param id the one spelling under which a Situation has it
     */
    record Admitted(String id) implements IdReading {}

    /**
     * No request can carry it.
     *
     * @param reason a lower-case fragment
     */
    record Refused(String reason) implements IdReading {}

    /** An actor, role, action type, team, session or approver. */
    static IdReading ofName(String raw) {
        Refusals refusals = new Refusals();
        return of(Names.name(raw, Path.root(), refusals), refusals);
    }

    static IdReading ofResource(String raw) {
        Refusals refusals = new Refusals();
        return of(ResourceNames.resource(raw, Path.root(), refusals), refusals);
    }

    private static IdReading of(Optional<String> id, Refusals refusals) {
        return id.<IdReading>map(Admitted::new)
                .orElseGet(() -> new Refused(refusals.list().getFirst().reason()));
    }
}
