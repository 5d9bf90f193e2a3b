package io.praetor.serving.http;

import io.praetor.situation.Refusal;
import java.util.List;
import java.util.Optional;

/**
 * Why a request got no answer, as RFC 9457 has it.
 *
 * @param detail a lower-case fragment for the caller's log
 * @param errors which parts of the request are wrong, where it was read that far
 * @param instance the id of the record that was kept of it
 */
public record Problem(
        HttpStatus status, String detail, List<Refusal> errors, Optional<String> instance) {
    public Problem {
        errors = List.copyOf(errors);
    }

    public static Problem of(HttpStatus status, String detail) {
        return new Problem(status, detail, List.of(), Optional.empty());
    }
}
