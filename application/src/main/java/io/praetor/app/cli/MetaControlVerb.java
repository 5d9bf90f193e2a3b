package io.praetor.app.cli;

import io.praetor.app.cli.GovernanceCall.Answer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Asks for a change of a version, or of a family. */
@Command(
        name = "control",
        description = {
            "ask for a change: promote, rollback, pause, advance, expand, resume, set_fallback,"
                    + " deprecate or grant",
            "Refusals are kept, too. In a restricted family somebody else approves: --approves"
                    + " with the number of the refusal."
        })
final class MetaControlVerb extends MetaVerb {
    @Parameters(index = "0", paramLabel = "ACTION", description = "what is asked for")
    private String action = "";

    @Parameters(index = "1", paramLabel = "FAMILY", description = "its id")
    private String family = "";

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "VERSION",
            description = "its id, or the start of it; otherwise the whole family")
    private Optional<String> version = Optional.empty();

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "why")
    private String reason = "";

    @Option(names = "--evidence", paramLabel = "TEXT", description = "ids or figures; repeatable")
    private List<String> evidence = List.of();

    @Option(names = "--cluster", paramLabel = "CLUSTER", description = "only there")
    private Optional<String> cluster = Optional.empty();

    @Option(names = "--approves", paramLabel = "NUMBER", description = "a refusal to approve")
    private Optional<Long> approves = Optional.empty();

    @Option(names = "--revision", paramLabel = "NUMBER", description = "refuse at any other")
    private Optional<Long> revision = Optional.empty();

    @Option(names = "--scope", paramLabel = "CLUSTER", description = "with grant; repeatable")
    private List<String> scope = List.of();

    @Option(names = "--until", paramLabel = "INSTANT", description = "with grant")
    private Optional<String> until = Optional.empty();

    @Option(
            names = "--artifact-changed",
            description = "with resume: what was mended is not what was paused")
    private boolean artifactChanged;

    MetaControlVerb(Shell shell) {
        super(shell);
    }

    @Override
    protected ExitCode run() {
        try (GovernanceCall call = api()) {
            return told(post(call));
        }
    }

    private Answer post(GovernanceCall call) {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        body.put("meta_policy_id", family).put("action", action).put("reasoning", reason);
        version.map(start -> whole(call, start)).ifPresent(id -> body.put("version_id", id));
        evidence.forEach(body.putArray("evidence")::add);
        cluster.ifPresent(it -> body.put("cluster", it));
        approves.ifPresent(it -> body.put("approves", it));
        revision.ifPresent(it -> body.put("expected_revision", it));
        scope.forEach(body.putArray("scope")::add);
        until.ifPresent(it -> body.put("expires_at", it));
        body.put("artifact_changed", artifactChanged);
        return call.post("/meta_policy/version_control", Map.of(), body);
    }

    /** The id that alone starts like this; as it stands where there is none. */
    private String whole(GovernanceCall call, String start) {
        List<String> found =
                call.get(FAMILY + "/status", family(family))
                        .path("versions")
                        .valueStream()
                        .map(it -> it.path("version_id").asString())
                        .filter(it -> it.startsWith(start))
                        .toList();
        return found.size() == 1 ? found.getFirst() : start;
    }
}
