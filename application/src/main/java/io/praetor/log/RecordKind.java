package io.praetor.log;

import io.praetor.situation.Labels;

/** What a record is about. The label is part of what the chain covers. */
public enum RecordKind {
    /** A decision of ours. */
    DECISION,
    /** A request that the door turned away. */
    REFUSAL,
    /** The personal parts of earlier records were deleted. */
    ERASURE,
    /** A decision of another system, as its database had it. */
    IMPORTED;

    public String label() {
        return Labels.of(this);
    }

    public static RecordKind ofLabel(String label) {
        return Labels.read(RecordKind.class, label)
                .filter(kind -> kind.label().equals(label))
                .orElseThrow(
                        () -> new IllegalArgumentException("unknown kind `%s`".formatted(label)));
    }
}
