package io.praetor.app.cli;

import io.praetor.adapters.sqlite.Durability;
import io.praetor.app.campaign.KillCampaign;
import io.praetor.app.campaign.Outcome;
import io.praetor.app.campaign.Outcome.Tally;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Shows that a killed server loses nothing that it released. */
@Command(
        name = "kill",
        description = {
            "kill -9 a server at random instants; nothing it released may be lost",
            "Each time it starts again on the same log, whose chain and tree are verified, and"
                    + " every decision and refusal that a client saw is looked up. Status 1 where"
                    + " one is missing or another."
        })
final class CampaignKillVerb extends Verb {
    private static final int MILLIS = 1_000;

    @Option(names = "--instants", paramLabel = "N", description = "how many kills (200)")
    private int instants = 200;

    @Option(
            names = "--seed",
            paramLabel = "SEED",
            description = "repeats the instants of another run; otherwise a new one, which is said")
    private long seed = new SecureRandom().nextInt(Integer.MAX_VALUE);

    @Option(
            names = "--durability",
            paramLabel = "WHAT",
            description = "process or power, as log.durability has it (process)")
    private Durability durability = Durability.PROCESS;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description = "where the logs are written, such as on the disk to try; else temporary")
    private Optional<Path> folder = Optional.empty();

    @Spec private CommandSpec spec = CommandSpec.create();

    CampaignKillVerb(Shell shell) {
        super(shell);
    }

    @Override
    protected ExitCode run() {
        if (instants < 1) {
            throw new ParameterException(spec.commandLine(), "--instants starts at 1");
        }
        Path place = place();
        Outcome outcome;
        try (Progress progress = new Progress(shell, "killing servers", instants)) {
            outcome = new KillCampaign(plan(place)).run(progress::reach);
        }
        boolean isWhole = outcome.losses().isEmpty();
        if (isWhole) {
            deleteIfEmpty(place);
        }
        shell.out().println(json() ? object(outcome) : text(outcome, place));
        return isWhole ? ExitCode.OK : ExitCode.NO;
    }

    private KillCampaign.Plan plan(Path place) {
        return new KillCampaign.Plan(
                instants,
                seed,
                shell.installation(),
                place,
                Map.of(
                        "PRAETOR_POLICY",
                        config().policy().toAbsolutePath().toString(),
                        "PRAETOR_LOG_DURABILITY",
                        durability()));
    }

    private Path place() {
        try {
            return folder.isPresent()
                    ? Files.createDirectories(shell.folder().resolve(folder.get()))
                    : Files.createTempDirectory("praetor-campaign");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void deleteIfEmpty(Path place) {
        try {
            Files.delete(place);
        } catch (DirectoryNotEmptyException _) {
            return;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private String durability() {
        return durability.name().toLowerCase(Locale.ROOT);
    }

    private String text(Outcome outcome, Path place) {
        StringBuilder text = new StringBuilder();
        outcome.losses()
                .forEach(loss -> text.append(shell.red("lost: ")).append(loss).append('\n'));
        text.append(
                "%d kills under %s, %d of them while starting, seed %d: "
                        .formatted(
                                outcome.kills(),
                                durability(),
                                outcome.count(Tally.KILLED_WHILE_STARTING),
                                seed));
        text.append(
                "%d decisions and %d refusals released, %d records verified, "
                        .formatted(
                                outcome.count(Tally.DECISIONS),
                                outcome.count(Tally.REFUSALS),
                                outcome.count(Tally.RECORDS)));
        text.append(
                outcome.losses().isEmpty()
                        ? shell.green("nothing lost")
                        : shell.red("%d lost".formatted(outcome.losses().size()))
                                + ", logs in "
                                + place);
        return text.append(", %.0f s".formatted(outcome.time().toMillis() / (double) MILLIS))
                .toString();
    }

    private ObjectNode object(Outcome outcome) {
        ObjectNode object =
                JsonMapper.shared()
                        .createObjectNode()
                        .put("kills", outcome.kills())
                        .put("durability", durability())
                        .put("seed", seed)
                        .put("seconds", outcome.time().toMillis() / (double) MILLIS);
        for (Tally tally : Tally.values()) {
            object.put(tally.name().toLowerCase(Locale.ROOT), outcome.count(tally));
        }
        ArrayNode losses = object.putArray("losses");
        outcome.losses().forEach(losses::add);
        return object;
    }
}
