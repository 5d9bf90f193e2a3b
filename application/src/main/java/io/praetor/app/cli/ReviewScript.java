package io.praetor.app.cli;

import io.praetor.app.BadInput;
import io.praetor.app.ReviewDoor.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Hands in the verdicts of a file of JSON lines; one JSON line of result each. */
record ReviewScript(Shell shell, ReviewSession session) {
    private static final String RECORD = "record";

    /** NO where one was refused; the others are kept all the same. */
    ExitCode run(Path file) {
        List<String> lines = lines(file);
        boolean isWhole = true;
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1);
            if (line.isBlank()) {
                continue;
            }
            Answer answer = hand(verdict(line, file + ":" + number));
            ObjectNode result =
                    JsonMapper.shared()
                            .createObjectNode()
                            .put("line", number)
                            .put("kept", answer.isOk());
            if (answer.isOk()) {
                result.set("review", answer.body().path("review"));
            } else {
                result.put("problem", answer.problem());
                isWhole = false;
            }
            shell.out().println(result);
        }
        return isWhole ? ExitCode.OK : ExitCode.NO;
    }

    private Answer hand(ObjectNode verdict) {
        JsonNode record = verdict.path(RECORD);
        Answer claimed = record.isString() ? session.claim(record.asString()) : session.claimNext();
        if (!claimed.isOk()) {
            return claimed;
        }
        JsonNode found = claimed.body().path("case");
        verdict.put(RECORD, found.path("id").asString());
        if (!verdict.has("hash")) {
            verdict.put("hash", found.path("hash").asString());
        }
        Answer answer = session.submit(verdict);
        if (!answer.isOk()) {
            session.release(found.path("id").asString());
        }
        return answer;
    }

    private static ObjectNode verdict(String line, String place) {
        try {
            if (JsonMapper.shared().readTree(line) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException malformed) {
            throw new BadInput(place + ": is not valid JSON: " + malformed.getOriginalMessage());
        }
        throw new BadInput(place + ": is not a JSON object");
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
