package io.praetor.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Lists the versions of a family with what each has earned and what its next step lacks. */
@Command(
        name = "versions",
        description = "the versions of a family: manifest, trust, and the gates of the next step")
final class MetaVersionsVerb extends MetaVerb {
    @Parameters(paramLabel = "FAMILY", description = "its id")
    private String family = "";

    MetaVersionsVerb(Shell shell) {
        super(shell);
    }

    @Override
    protected ExitCode run() {
        try (GovernanceCall call = api()) {
            JsonNode answer = call.get(FAMILY + "/versions", family(family));
            if (json()) {
                shell.out().println(answer);
            } else {
                answer.path("versions").forEach(this::tell);
            }
        }
        return ExitCode.OK;
    }

    private void tell(JsonNode version) {
        shell.out()
                .println(
                        "%s  %s  %s since %s  trust %s"
                                .formatted(
                                        version.path("version_id").asString(),
                                        shell.bold(version.path("version_tag").asString()),
                                        version.path("status").asString(),
                                        version.path("since").asString(),
                                        figure(version.path("trust_score"))));
        shell.out().println("  " + version.path("reasoning").asString());
        shell.out().println("  next: " + version.path("next_action").asString("nothing"));
        version.path("gates").forEach(gate -> shell.out().println("    " + gate(gate)));
    }
}
