package io.praetor.app.campaign;

import io.praetor.log.Hash;
import io.praetor.log.RecordId;
import io.praetor.policy.Effect;
import java.util.Optional;

/** What a client had in its hands, whole, before the process was killed. */
sealed interface Seen {
    /** A decision that was released as recorded. */
    record Decided(RecordId id, Effect effect, long sequence, Hash hash) implements Seen {}

    /** A decision that was released although no record was kept; harmless only where it denies. */
    record Unrecorded(RecordId id, Effect effect) implements Seen {}

    /** A request that was refused at the door, which is recorded too. */
    record Refused(RecordId id) implements Seen {}

    /** An answer that released nothing, such as that the server is busy. */
    record Nothing(int status) implements Seen {}

    /** What is wrong with the answer, where the answer itself breaks the promise. */
    default Optional<String> broken() {
        return switch (this) {
            case Unrecorded(RecordId id, Effect effect) when effect != Effect.DENY ->
                    Optional.of("`%s` was released as %s without a record".formatted(id, effect));
            case Unrecorded _, Decided _, Refused _, Nothing _ -> Optional.empty();
        };
    }
}
