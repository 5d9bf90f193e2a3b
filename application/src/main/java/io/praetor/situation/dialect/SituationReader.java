package io.praetor.situation.dialect;

import io.praetor.situation.Admission;
import io.praetor.situation.Dialect;
import io.praetor.situation.Situation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The door: a request in any dialect becomes a Situation or is refused with every reason found.
 *
 * <p>It never throws on input. What is refused decides nothing. Ids are brought into one spelling
 * ({@link Names}, {@link ResourceNames}); limits are {@link DoorLimits#REQUEST}. Approvals and the
 * second factor are read for every caller: whoever serves callers that may not vouch drops them
 * ({@code Context.withoutVouching}). Counters are never read from a request. Thread-safe.
 */
public final class SituationReader {
    /**
     * @param receivedAt the instant of a request that states none
     */
    public Admission read(byte[] utf8Json, Instant receivedAt) {
        return read(utf8Json, Optional.empty(), receivedAt);
    }

    /** As {@link #read(byte[], Instant)}, of a request that must be in {@code dialect}. */
    public Admission read(byte[] utf8Json, Dialect dialect, Instant receivedAt) {
        return read(utf8Json, Optional.of(dialect), receivedAt);
    }

    /** A request that is parsed already: an element of a batch, a scenario's situation. */
    public Admission read(Map<String, ? extends @Nullable Object> request, Instant receivedAt) {
        return read(request, Optional.empty(), receivedAt);
    }

    /** As {@link #read(Map, Instant)}, of a request that must be in {@code dialect}. */
    public Admission read(
            Map<String, ? extends @Nullable Object> request, Dialect dialect, Instant receivedAt) {
        return read(request, Optional.of(dialect), receivedAt);
    }

    private Admission read(byte[] utf8Json, Optional<Dialect> dialect, Instant receivedAt) {
        Refusals refusals = new Refusals();
        Map<?, ?> tree = StrictJson.read(utf8Json, DoorLimits.REQUEST, refusals);
        return admit(tree, dialect, receivedAt, refusals);
    }

    private Admission read(Map<?, ?> request, Optional<Dialect> dialect, Instant receivedAt) {
        Refusals refusals = new Refusals();
        Map<?, ?> tree = new CanonicalTree(DoorLimits.REQUEST, refusals).of(request);
        return admit(tree, dialect, receivedAt, refusals);
    }

    private static Admission admit(
            Map<?, ?> tree, Optional<Dialect> asked, Instant receivedAt, Refusals refusals) {
        if (tree.isEmpty() && !refusals.isEmpty()) {
            return new Admission.Refused(refusals.list());
        }
        Fields request = new Fields(tree, Path.root(), refusals);
        Optional<Dialect> told = asked.or(() -> tell(request, refusals));
        if (told.isEmpty()) {
            return new Admission.Refused(refusals.list());
        }
        Dialect dialect = told.get();
        Situation situation =
                switch (dialect) {
                    case FLAT -> FlatDialect.read(request, receivedAt);
                    case R6 -> R6Dialect.read(request, receivedAt);
                    case AUTHZEN -> AuthzenDialect.read(request, receivedAt);
                };
        return refusals.isEmpty()
                ? new Admission.Admitted(situation, dialect)
                : new Admission.Refused(refusals.list());
    }

    /**
     * The dialect by its mark: {@code action_type}, {@code actorId}, an object {@code subject}. Two
     * marks are refused, for two readers would read two requests.
     */
    private static Optional<Dialect> tell(Fields request, Refusals refusals) {
        List<Dialect> told = new ArrayList<>();
        if (request.has("action_type")) {
            told.add(Dialect.FLAT);
        }
        if (request.has("actorId")) {
            told.add(Dialect.R6);
        }
        if (request.isObject("subject")) {
            told.add(Dialect.AUTHZEN);
        }
        if (told.size() == 1) {
            return Optional.of(told.getFirst());
        }
        if (told.size() > 1) {
            refusals.add(
                    Path.root(),
                    "mixes dialects: `action_type`, `actorId`, `subject` mark one each");
            return Optional.empty();
        }
        return guess(request, refusals);
    }

    /** The dialect of a request without its mark, so that what is missing has a name. */
    private static Optional<Dialect> guess(Fields request, Refusals refusals) {
        if (request.has("actor_id") || request.has("actor_role")) {
            return Optional.of(Dialect.FLAT);
        }
        if (request.isObject("action")) {
            return Optional.of(request.isObject("resource") ? Dialect.AUTHZEN : Dialect.R6);
        }
        refusals.add(
                Path.root(),
                "is none of the dialects: flat needs `action_type` and `actor_id`, R6 `actorId` and"
                        + " `action`, AuthZEN `subject`, `action` and `resource`");
        return Optional.empty();
    }
}
