package io.praetor.serving.http;

import io.praetor.serving.json.Json;
import io.praetor.situation.Refusal;
import java.util.stream.Collectors;

/** How a route tells its clients what went wrong. */
@FunctionalInterface
public interface ErrorStyle {
    /** A problem document (RFC 9457). */
    ErrorStyle PROBLEM =
            problem ->
                    Reply.of(
                            problem.status(),
                            "application/problem+json",
                            Json.bytes(json -> ProblemJson.write(json, problem)));

    /**
     * A JSON string, as the AuthZEN Authorization API 1.0 has it (section 10.1.2). What is not JSON
     * is a bad request there, by its certification scenario (2.4.3).
     */
    ErrorStyle AUTHZEN =
            problem -> {
                HttpStatus status =
                        problem.status() == HttpStatus.UNSUPPORTED_MEDIA_TYPE
                                ? HttpStatus.BAD_REQUEST
                                : problem.status();
                String errors =
                        problem.errors().stream()
                                .map(Refusal::toString)
                                .collect(Collectors.joining("; "));
                String text =
                        errors.isEmpty() ? problem.detail() : problem.detail() + ": " + errors;
                return Reply.of(status, Reply.JSON, Json.bytes(json -> json.writeString(text)));
            };

    /** The reply that tells a client of {@code problem}. */
    Reply reply(Problem problem);
}
