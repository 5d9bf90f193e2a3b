package io.praetor.suite;

/**
 * A scenario that is not scored, since whoever reasons has seen it.
 *
 * @param scenario its id
 * @param where the example or prompt that holds it
 * @param what a lower-case fragment: what they have in common
 */
public record Leak(String scenario, String where, String what) {
    @Override
    public String toString() {
        return "scenario `%s` is not scored: %s in %s".formatted(scenario, what, where);
    }
}
