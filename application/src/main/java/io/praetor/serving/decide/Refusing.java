package io.praetor.serving.decide;

import io.praetor.decision.RefusedRequest;
import io.praetor.serving.http.HttpStatus;
import io.praetor.serving.http.Problem;
import java.util.Optional;

/** Says to a client why its request was not decided. */
public final class Refusing {
    private Refusing() {}

    public static Problem problem(RefusedRequest refused) {
        return new Problem(
                HttpStatus.BAD_REQUEST,
                "the request is refused; nothing was decided",
                refused.refusals(),
                Optional.of("urn:uuid:" + refused.id()));
    }

    public static Problem outOfTime() {
        return Problem.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "not decided: the time for this request was up before its turn");
    }
}
