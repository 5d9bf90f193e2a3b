package io.praetor.serving.governance;

import io.praetor.governance.RefusedChange;
import io.praetor.governance.control.ControlAnswer;
import io.praetor.rollout.life.GateOutcome;
import io.praetor.rollout.life.Refusal;
import io.praetor.serving.http.ErrorStyle;
import io.praetor.serving.http.HttpStatus;
import io.praetor.serving.http.Problem;
import io.praetor.serving.http.Reply;
import io.praetor.serving.json.Json;
import java.util.List;
import java.util.Optional;

/** Why nothing changed, as problem documents (RFC 9457). */
final class Problems {
    private static final String TYPE = "application/problem+json";

    private Problems() {}

    static Reply malformed(List<io.praetor.situation.Refusal> refusals) {
        return ErrorStyle.PROBLEM.reply(
                new Problem(
                        HttpStatus.BAD_REQUEST,
                        "the request is refused; nothing was changed",
                        refusals,
                        Optional.empty()));
    }

    static Reply malformed(IllegalArgumentException refused) {
        return of(HttpStatus.BAD_REQUEST, String.valueOf(refused.getMessage()));
    }

    static Reply of(HttpStatus status, String detail) {
        return ErrorStyle.PROBLEM.reply(Problem.of(status, detail));
    }

    static Reply noSuchFamily(String id) {
        return of(HttpStatus.NOT_FOUND, "no family `%s`; see /meta_policy".formatted(id));
    }

    static Reply of(ControlAnswer.Stale stale) {
        return of(
                HttpStatus.PRECONDITION_FAILED,
                "the family is at revision %d; look at it again".formatted(stale.revision()));
    }

    /** With the number of the refusal and every gate that was looked at. */
    static Reply of(RefusedChange refused) {
        HttpStatus status =
                refused.refusal().map(Problems::status).orElse(HttpStatus.UNPROCESSABLE_CONTENT);
        byte[] body =
                Json.bytes(
                        json -> {
                            json.writeStartObject();
                            json.writeStringProperty("type", "about:blank");
                            json.writeStringProperty("title", status.title());
                            json.writeNumberProperty("status", status.code());
                            json.writeStringProperty("detail", refused.message());
                            json.writeNumberProperty("refusal", refused.number());
                            json.writeArrayPropertyStart("gates");
                            for (GateOutcome gate : refused.gates()) {
                                ChangeJson.write(json, gate);
                            }
                            json.writeEndArray();
                            json.writeEndObject();
                        });
        return Reply.of(status, TYPE, body);
    }

    private static HttpStatus status(Refusal refusal) {
        return switch (refusal) {
            case NO_SUCH_TRANSITION, STILL_NEEDED -> HttpStatus.CONFLICT;
            case NOT_YOURS, APPROVER_IS_REQUESTER -> HttpStatus.FORBIDDEN;
            case APPROVAL_MISSING, REASON_MISSING -> HttpStatus.PRECONDITION_REQUIRED;
        };
    }
}
