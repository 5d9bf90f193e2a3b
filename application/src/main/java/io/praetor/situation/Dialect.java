package io.praetor.situation;

/** The three ways to write a request down, told apart by shape. */
public enum Dialect {
    /** Web4's flat object, the body of {@code /advisory}. */
    FLAT,
    /** Hardbound's R6 request. */
    R6,
    /** The AuthZEN Authorization API 1.0 evaluation request. */
    AUTHZEN;

    public String label() {
        return Labels.of(this);
    }
}
