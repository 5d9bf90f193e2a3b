package io.praetor.app.cli;

import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Says how families stand: default, fallback, versions, trust, and what the owner has to do. */
@Command(name = "status", description = "how a family stands, or all of them")
final class MetaStatusVerb extends MetaVerb {
    @Parameters(arity = "0..1", paramLabel = "FAMILY", description = "its id; otherwise all")
    private Optional<String> family = Optional.empty();

    MetaStatusVerb(Shell shell) {
        super(shell);
    }

    @Override
    protected ExitCode run() {
        try (GovernanceCall call = api()) {
            JsonNode answer =
                    family.map(id -> call.get(FAMILY + "/status", family(id)))
                            .orElseGet(() -> call.get("/meta_policy", Map.of()));
            if (json()) {
                shell.out().println(answer);
            } else if (family.isPresent()) {
                tell(answer);
            } else {
                answer.path("meta_policies").forEach(this::tell);
                if (answer.path("meta_policies").isEmpty()) {
                    shell.out()
                            .println(
                                    "no families; the installed policy acts. next: praetor meta"
                                            + " create ID --name NAME --group TEAM");
                }
            }
        }
        return ExitCode.OK;
    }

    private void tell(JsonNode family) {
        JsonNode heads = family.path("heads");
        shell.out()
                .println(
                        "%s  %s  %s  owner %s  revision %d"
                                .formatted(
                                        shell.bold(family.path("id").asString()),
                                        heads.path("status").asString(),
                                        family.path("risk_tier").asString(),
                                        family.path("owner").asString(),
                                        family.path("revision").asLong()));
        for (JsonNode version : family.path("versions")) {
            String id = version.path("version_id").asString();
            shell.out()
                    .println(
                            "  %s  %-12s %-28s trust %s%s"
                                    .formatted(
                                            shortened(id),
                                            version.path("version_tag").asString(),
                                            version.path("status").asString(),
                                            figure(version.path("trust_score")),
                                            role(heads, id)));
        }
        family.path("owner_tasks")
                .forEach(
                        task ->
                                shell.out()
                                        .println("  " + shell.yellow("owner: ") + task.asString()));
    }

    private static String role(JsonNode heads, String id) {
        String role = heads.path("default_version").asString("").equals(id) ? "  default" : "";
        return heads.path("fallback_version").asString("").equals(id) ? role + "  fallback" : role;
    }
}
