package io.praetor.app.cli;

import io.praetor.app.BadInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Takes a candidate into a family. */
@Command(
        name = "spawn",
        description = {
            "take a candidate into a family, in shadow",
            "The file holds what POST /meta_policy/{id}/spawn takes: policy_id, version_tag,"
                    + " parent_version_id, reasoning, manifest {...}, suite {passed, total,"
                    + " wrong_allows, report_sha256}."
        })
final class MetaSpawnVerb extends MetaVerb {
    @Parameters(index = "0", paramLabel = "FAMILY", description = "its id")
    private String family = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "the candidate, as JSON")
    private Path file = Path.of("");

    MetaSpawnVerb(Shell shell) {
        super(shell);
    }

    @Override
    protected ExitCode run() {
        try (GovernanceCall call = api()) {
            return told(call.post(FAMILY + "/spawn", family(family), read()));
        }
    }

    private ObjectNode read() {
        try {
            String text = Files.readString(shell.folder().resolve(file));
            if (JsonMapper.shared().readTree(text) instanceof ObjectNode object) {
                return object;
            }
            throw new BadInput(file + ": is not a JSON object");
        } catch (JacksonException garbled) {
            throw new BadInput(file + ": is not JSON: " + garbled.getOriginalMessage());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
