package io.praetor.app.cli;

import io.praetor.app.BadInput;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks for a version's next step, whichever that is. */
@Command(
        name = "advance",
        description = "ask for a version's next step: advance, promote or expand, by its stage")
final class RolloutAdvanceVerb extends MetaVerb {
    @Parameters(index = "0", paramLabel = "FAMILY", description = "its id")
    private String family = "";

    @Parameters(index = "1", paramLabel = "VERSION", description = "its id, or the start of it")
    private String version = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "why")
    private String reason = "";

    RolloutAdvanceVerb(Shell shell) {
        super(shell);
    }

    @Override
    protected ExitCode run() {
        try (GovernanceCall call = api()) {
            JsonNode found = found(call);
            return told(
                    call.post(
                            "/meta_policy/version_control",
                            Map.of(),
                            JsonMapper.shared()
                                    .createObjectNode()
                                    .put("meta_policy_id", family)
                                    .put("version_id", found.path("version_id").asString())
                                    .put("action", found.path("next_action").asString("ADVANCE"))
                                    .put("reasoning", reason)));
        }
    }

    private JsonNode found(GovernanceCall call) {
        return call.get(FAMILY + "/versions", family(family))
                .path("versions")
                .valueStream()
                .filter(it -> it.path("version_id").asString().startsWith(version))
                .findFirst()
                .orElseThrow(() -> new BadInput("no version `%s`".formatted(version)));
    }
}
