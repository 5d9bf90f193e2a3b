package io.praetor.serving.telemetry;

import io.praetor.serving.json.Json;
import java.time.InstantSource;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/**
 * What the server has to say to its operator, one JSON object a line. Text of a request enters it
 * only as an escaped value; tokens and bodies never do. Thread-safe where the sink is.
 */
public final class EventLog {
    private final InstantSource clock;
    private final Consumer<String> sink;

    /**
     * @param sink takes one line, without its end
     */
    public EventLog(InstantSource clock, Consumer<String> sink) {
        this.clock = clock;
        this.sink = sink;
    }

    /** An event of ordinary work. */
    public void info(String event, Consumer<JsonGenerator> fields) {
        write("info", event, fields);
    }

    /** An event that the operator should look at. */
    public void warning(String event, Consumer<JsonGenerator> fields) {
        write("warning", event, fields);
    }

    /** A bug or a broken part: with the stack, for whoever mends it. */
    public void error(String event, Throwable cause) {
        write(
                "error",
                event,
                json -> {
                    json.writeStringProperty("cause", cause.toString());
                    json.writeArrayPropertyStart("stack");
                    for (StackTraceElement frame : cause.getStackTrace()) {
                        json.writeString(frame.toString());
                    }
                    json.writeEndArray();
                });
    }

    private void write(String level, String event, Consumer<JsonGenerator> fields) {
        sink.accept(
                Json.text(
                        json -> {
                            json.writeStartObject();
                            json.writeStringProperty("at", clock.instant().toString());
                            json.writeStringProperty("level", level);
                            json.writeStringProperty("event", event);
                            fields.accept(json);
                            json.writeEndObject();
                        }));
    }
}
