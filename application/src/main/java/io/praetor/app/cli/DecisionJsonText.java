package io.praetor.app.cli;

import io.praetor.decision.Released;
import io.praetor.serving.json.Answer;
import io.praetor.serving.json.DecisionJson;
import java.io.StringWriter;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A decision as one line of JSON, in the shape of {@code /v1/decide}. */
final class DecisionJsonText {
    private static final JsonFactory JSON = new JsonFactory();

    private DecisionJsonText() {}

    static String of(Released released) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            long micros = released.decision().timing().rulesMicros();
            DecisionJson.write(json, new Answer(released, List.of(), micros));
        }
        return text.toString();
    }
}
