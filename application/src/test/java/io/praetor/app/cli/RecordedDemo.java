package io.praetor.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The log that `demo` wrote, and what it said of each decision.
 *
 * @param file the log, in one file
 */
record RecordedDemo(Path file, List<JsonNode> decisions) {
    static RecordedDemo in(Path folder) {
        List<JsonNode> decisions =
                Ran.in(folder, "demo", "--json")
                        .out()
                        .lines()
                        .<JsonNode>map(JsonMapper.shared()::readTree)
                        .filter(line -> !line.has("lesson"))
                        .toList();
        return new RecordedDemo(folder.resolve(".praetor/demo/decisions.db"), decisions);
    }

    String id(int record) {
        return decisions.get(record).path("id").asString();
    }

    int count() {
        return decisions.size();
    }

    /** A copy to do with as one likes. */
    Path copyTo(Path folder) {
        try {
            return Files.copy(file, folder.resolve("log.db"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
