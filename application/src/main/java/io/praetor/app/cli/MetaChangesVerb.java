package io.praetor.app.cli;

import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Lists every change of a family, or every refusal. */
@Command(name = "changes", description = "the changes of a family, who, what and why; or refusals")
final class MetaChangesVerb extends MetaVerb {
    @Parameters(paramLabel = "FAMILY", description = "its id")
    private String family = "";

    @Option(names = "--refused", description = "what was asked for and did not happen")
    private boolean refused;

    MetaChangesVerb(Shell shell) {
        super(shell);
    }

    @Override
    protected ExitCode run() {
        String name = refused ? "refusals" : "changes";
        try (GovernanceCall call = api()) {
            String cursor = "0";
            while (!cursor.isEmpty()) {
                Map<String, String> parameters = new HashMap<>(family(family));
                parameters.put("cursor", cursor);
                JsonNode page = call.get(FAMILY + "/" + name, parameters);
                page.path(name).forEach(this::tell);
                cursor = page.path("next_cursor").asString("");
            }
        }
        return ExitCode.OK;
    }

    private void tell(JsonNode row) {
        if (json()) {
            shell.out().println(row);
        } else if (refused) {
            shell.out()
                    .println(
                            "%d  %s  %s %s  by %s  %s: %s"
                                    .formatted(
                                            row.path("number").asLong(),
                                            row.path("at").asString(),
                                            row.path("action").asString(),
                                            shortened(row.path("target").asString()),
                                            row.path("requested_by").asString(),
                                            row.path("refused").asString(),
                                            row.path("message").asString()));
        } else {
            shell.out().println(change(row));
        }
    }
}
