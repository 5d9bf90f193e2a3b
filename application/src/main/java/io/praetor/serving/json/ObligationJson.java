package io.praetor.serving.json;

import io.praetor.decision.Discharge;
import io.praetor.policy.Obligation;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** The obligations of a decision, met or open. */
public final class ObligationJson {
    private ObligationJson() {}

    public static void write(JsonGenerator json, List<Discharge> obligations) {
        json.writeArrayPropertyStart("obligations");
        for (Discharge discharge : obligations) {
            json.writeStartObject();
            json.writeStringProperty("id", discharge.id());
            write(json, discharge.obligation());
            json.writeBooleanProperty("met", discharge.isMet());
            if (!discharge.by().isEmpty()) {
                Json.texts(json, "met_by", discharge.by());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, Obligation obligation) {
        switch (obligation) {
            case Obligation.SecondFactor _ -> json.writeStringProperty("asks", "second_factor");
            case Obligation.Attestation attestation -> {
                json.writeStringProperty("asks", "attestation");
                json.writeStringProperty("attester", attestation.by().label());
                json.writeNumberProperty("count", attestation.count());
                attestation
                        .evidence()
                        .ifPresent(evidence -> json.writeStringProperty("evidence", evidence));
            }
            case Obligation.HumanReview review -> {
                json.writeStringProperty("asks", "human_review");
                json.writeStringProperty("why", review.why());
            }
        }
        json.writeStringProperty("clause", obligation.clause().value());
    }
}
