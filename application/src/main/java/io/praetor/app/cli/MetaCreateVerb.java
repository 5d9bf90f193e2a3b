package io.praetor.app.cli;

import io.praetor.app.BadInput;
import io.praetor.app.Wiring;
import io.praetor.app.cli.GovernanceCall.Answer;
import io.praetor.decision.ActingVersion;
import io.praetor.decision.VersionManifest;
import io.praetor.policy.PolicyHeader;
import io.praetor.reasoning.Opinion.Adviser;
import io.praetor.rollout.life.RiskTier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Creates a family whose first version is the one that this installation runs. */
@Command(
        name = "create",
        description = {
            "create a family; its first version is the one that runs here",
            "From then on that version acts for the family's situations only as far as its record"
                    + " goes: rules decide until a snapshot of it says otherwise."
        })
final class MetaCreateVerb extends MetaVerb {
    @Parameters(paramLabel = "FAMILY", description = "its id")
    private String id = "";

    @Option(names = "--name", required = true, paramLabel = "NAME", description = "for people")
    private String name = "";

    @Option(names = "--group", paramLabel = "TEAM", description = "a team it is for")
    private List<String> groups = List.of();

    @Option(names = "--participant", paramLabel = "ACTOR", description = "an actor it is for")
    private List<String> participants = List.of();

    @Option(names = "--task", paramLabel = "ACTION", description = "an action or action family")
    private List<String> tasks = List.of();

    @Option(
            names = "--tier",
            paramLabel = "TIER",
            description = "experimental, safe or restricted (${DEFAULT-VALUE})")
    private RiskTier tier = RiskTier.RESTRICTED;

    @Option(names = "--owner", paramLabel = "PERSON", description = "otherwise who creates it")
    private Optional<String> owner = Optional.empty();

    @Option(
            names = "--suite-report",
            required = true,
            paramLabel = "SHA256",
            description = "of the report of `suite run` that this version was accepted by")
    private String report = "";

    MetaCreateVerb(Shell shell) {
        super(shell);
    }

    @Override
    protected ExitCode run() {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        body.put("id", id).put("name", name).put("risk_tier", tier.name());
        owner.ifPresent(person -> body.put("owner", person));
        add(body.putArray("groups"), groups);
        add(body.putArray("participants"), participants);
        add(body.putArray("tasks"), tasks);
        addLoaded(body.putObject("default"));
        try (GovernanceCall call = api()) {
            Answer answer = call.post("/meta_policy", Map.of(), body);
            if (answer.isRefused() || json()) {
                return told(answer);
            }
            shell.out()
                    .println(
                            "created %s; its default is %s"
                                    .formatted(
                                            id,
                                            answer.body()
                                                    .path("heads")
                                                    .path("default_version")
                                                    .asString()));
        }
        return ExitCode.OK;
    }

    private static void add(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }

    /** The manifest of what decides here, whose hash is the version that decisions name. */
    private void addLoaded(ObjectNode version) {
        try (Wiring wiring = open(config())) {
            PolicyHeader policy = wiring.policies().standard().rules().policy().header();
            String reasoner = wiring.policies().adviser().map(Adviser::version).orElse("none");
            VersionManifest manifest =
                    new VersionManifest(policy.hash(), reasoner, VersionManifest.RESOLUTION);
            ActingVersion standard = wiring.policies().standard();
            if (!manifest.id().equals(wiring.policies().governedId(standard))) {
                throw new BadInput("what runs here has no manifest; create the family by the API");
            }
            version.put("policy_id", policy.id())
                    .put("version_tag", policy.version())
                    .put("reasoning", "runs here when the family was created")
                    .put("suite_report_sha256", report)
                    .putObject("manifest")
                    .put("policy", policy.hash())
                    .put("reasoner", reasoner)
                    .put("resolution", VersionManifest.RESOLUTION);
        }
    }
}
