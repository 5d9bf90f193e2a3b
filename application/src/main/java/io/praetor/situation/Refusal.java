package io.praetor.situation;

/**
 * Why a request was turned away at the door.
 *
 * @param path where in the request, dotted with bracketed indexes, such as {@code
 *     t3_tensor.competence}; empty for the whole document
 * @param reason a lower-case fragment that says what is wrong
 */
public record Refusal(String path, String reason) {
    @Override
    public String toString() {
        return path.isEmpty() ? reason : path + ": " + reason;
    }
}
