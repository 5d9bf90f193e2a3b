package io.praetor.app.cli;

import java.util.Map;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;

/** Shows every version of every family with the gates of its next step. */
@Command(name = "status", description = "every version, its stage, and what its next step lacks")
final class RolloutStatusVerb extends MetaVerb {
    RolloutStatusVerb(Shell shell) {
        super(shell);
    }

    @Override
    protected ExitCode run() {
        try (GovernanceCall call = api()) {
            JsonNode families = call.get("/meta_policy", Map.of()).path("meta_policies");
            for (JsonNode family : families) {
                String id = family.path("id").asString();
                JsonNode versions = call.get(FAMILY + "/versions", family(id)).path("versions");
                versions.forEach(version -> tell(id, version));
            }
            if (families.isEmpty() && !json()) {
                shell.out().println("no families; the installed policy acts");
            }
        }
        return ExitCode.OK;
    }

    private void tell(String family, JsonNode version) {
        if (json()) {
            shell.out().println(version);
            return;
        }
        JsonNode counted = version.path("since_then");
        shell.out()
                .println(
                        "%s  %s  %s  %s  %d episodes, %d reviewed, %d overridden"
                                .formatted(
                                        shell.bold(family),
                                        shortened(version.path("version_id").asString()),
                                        version.path("version_tag").asString(),
                                        version.path("status").asString(),
                                        counted.path("episodes").asLong(0),
                                        counted.path("reviewed").asLong(0),
                                        counted.path("overridden").asLong(0)));
        for (JsonNode gate : version.path("gates")) {
            shell.out()
                    .println(
                            "  %s needs %s"
                                    .formatted(version.path("next_action").asString(), gate(gate)));
        }
    }
}
