package io.praetor.app;

/** A model was asked for and is not to be had; nothing else takes its place. */
public final class NoModel extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String problem;

    /**
     * @param setting that asks for it
     * @param problem a lower-case fragment
     */
    public NoModel(String setting, String problem) {
        super("`%s`: %s; next: ./praetor doctor".formatted(setting, problem));
        this.problem = "`%s`: %s".formatted(setting, problem);
    }

    /** What is wrong, with the setting it is about. */
    public String problem() {
        return problem;
    }
}
