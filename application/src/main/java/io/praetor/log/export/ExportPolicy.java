package io.praetor.log.export;

import dev.cel.runtime.CelEvaluationException;
import io.praetor.log.export.Masking.Mask;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which records leave, and with which fields. A rule that cannot be evaluated and a mask that
 * cannot be applied drop the record: rather nothing than a leak. Thread-safe.
 */
public final class ExportPolicy {
    /** Everything leaves as it is. */
    public static final ExportPolicy OPEN = new ExportPolicy(List.of(), List.of());

    private final List<EventCondition> drops;
    private final List<Mask> masks;

    ExportPolicy(List<EventCondition> drops, List<Mask> masks) {
        this.drops = List.copyOf(drops);
        this.masks = List.copyOf(masks);
    }

    /** What is left of a record. */
    sealed interface Outcome {
        /**
         * @param erased places that went
         * @param masked places that were changed
         */
        record Kept(Map<String, @Nullable Object> event, List<String> erased, List<String> masked)
                implements Outcome {}

        /** A rule says that it does not leave. */
        record Dropped() implements Outcome {}

        /**
         * Something went wrong, so it does not leave.
         *
         * @param why a lower-case fragment
         */
        record Withheld(String why) implements Outcome {}
    }

    /** Applies the policy; changes {@code event}. */
    Outcome apply(Map<String, @Nullable Object> event, Optional<Pseudonyms> pseudonyms) {
        try {
            for (EventCondition drop : drops) {
                if (drop.holds(event)) {
                    return new Outcome.Dropped();
                }
            }
            return masked(event, pseudonyms);
        } catch (CelEvaluationException failure) {
            return new Outcome.Withheld("a condition failed: " + failure.getMessage());
        } catch (MaskFailure failure) {
            return new Outcome.Withheld(failure.why());
        }
    }

    private Outcome masked(Map<String, @Nullable Object> event, Optional<Pseudonyms> pseudonyms)
            throws CelEvaluationException {
        List<Mask> applying = new ArrayList<>();
        for (Mask mask : masks) {
            if (mask.when().isEmpty() || mask.when().get().holds(event)) {
                applying.add(mask);
            }
        }
        pseudonyms.ifPresent(names -> names.replaceIn(event));
        List<String> erased = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        for (Mask mask : applying) {
            switch (mask.masking()) {
                case Masking.Remove _ ->
                        erased.addAll(mask.field().change(event, _ -> Optional.empty()));
                case Masking.Replace(String text) ->
                        changed.addAll(mask.field().change(event, _ -> Optional.of(text)));
                case Masking.Pseudonymise _ ->
                        changed.addAll(
                                mask.field()
                                        .change(event, value -> named(mask, value, pseudonyms)));
            }
        }
        return new Outcome.Kept(event, erased, changed);
    }

    private static Optional<Object> named(
            Mask mask, @Nullable Object value, Optional<Pseudonyms> pseudonyms) {
        if (!(value instanceof String text)) {
            throw new MaskFailure("`%s` is no text to make a pseudonym of".formatted(mask.field()));
        }
        return Optional.of(
                pseudonyms.orElseThrow(() -> new MaskFailure("a pseudonym needs a key")).of(text));
    }

    /** A mask that cannot be applied. */
    private static final class MaskFailure extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final String why;

        MaskFailure(String why) {
            super(why);
            this.why = why;
        }

        String why() {
            return why;
        }
    }
}
