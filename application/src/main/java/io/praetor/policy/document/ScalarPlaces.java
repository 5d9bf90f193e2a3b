package io.praetor.policy.document;

import io.praetor.policy.SourcePosition;
import io.praetor.policy.document.Node.Scalar;
import io.praetor.policy.document.Node.Written;

/**
 * Where each char of a scalar's value stands in its file, escapes, folds and indentation accounted
 * for (YAML 1.2.2, chapters 7.3 and 8.1).
 */
public final class ScalarPlaces {
    private ScalarPlaces() {}

    /**
     * @param offset in chars of the value; one behind the last is the value's end
     */
    public static SourcePosition of(SourceText source, Scalar scalar, int offset) {
        return scalar.written()
                .map(
                        written ->
                                source.position(
                                        places(source, scalar.text(), written)[
                                                Math.clamp(offset, 0, scalar.text().length())]))
                .orElse(scalar.position());
    }

    /** The index in {@code source} of each char of {@code value}, and of its end. */
    static int[] places(SourceText source, String value, Written written) {
        return switch (written.style()) {
            case PLAIN, SINGLE_QUOTED, DOUBLE_QUOTED ->
                    new FlowScalar(source, value, written).places();
            case LITERAL, FOLDED -> new BlockScalar(source, value, written).places();
        };
    }
}
