package io.praetor.app.cli;

import io.praetor.adapters.files.PromptFiles;
import io.praetor.adapters.sqlite.SqliteDecisionLog;
import io.praetor.adapters.sqlite.SqliteReviewStore;
import io.praetor.app.BadInput;
import io.praetor.app.KeptPolicies;
import io.praetor.app.PolicyArchive;
import io.praetor.app.Wiring;
import io.praetor.app.config.Config;
import io.praetor.learning.dataset.DataSet;
import io.praetor.learning.dataset.DataSet.Gathered;
import io.praetor.learning.dataset.Gathering;
import io.praetor.learning.dataset.LessonReader;
import io.praetor.learning.dataset.Safeguards;
import io.praetor.learning.export.ExportFiles;
import io.praetor.log.export.Pseudonyms;
import io.praetor.reasoning.prompt.PromptReading;
import io.praetor.review.CaseBook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** Writes what reviewers confirmed as data sets, in the forms that prompts and trainers read. */
@Command(
        name = "export",
        description = "write reviewed decisions as examples, training rows and a report")
final class LearnExportVerb extends Verb {
    private static final Path PROMPTS = Path.of("prompts");

    @Parameters(paramLabel = "DIR", description = "a folder that is empty or not there yet")
    private Path folder = Path.of("");

    @Option(
            names = "--pseudonym-key",
            paramLabel = "FILE",
            description = "key for stable names, at least 16 bytes; otherwise one is drawn")
    private Optional<Path> key = Optional.empty();

    LearnExportVerb(Shell shell) {
        super(shell);
    }

    @Override
    protected ExitCode run() {
        Path target = shell.folder().resolve(folder);
        checkEmpty(target);
        Config config = config();
        Path file = config.data().resolve(Wiring.LOG_FILE);
        try (SqliteDecisionLog log = SqliteDecisionLog.read(file);
                SqliteReviewStore reviews = SqliteReviewStore.read(file)) {
            PolicyArchive archive = new PolicyArchive(config.data().resolve(Wiring.POLICY_FOLDER));
            LessonReader reader = new LessonReader(log, new KeptPolicies(archive), pseudonyms());
            Gathered gathered =
                    new Gathering(reader, Safeguards.DEFAULT)
                            .of(new CaseBook(log, log, reviews).reviewed());
            return switch (gathered) {
                case Gathered.Refused refused -> throw refused(refused);
                case Gathered.Ready(DataSet set) -> {
                    write(ExportFiles.of(set, instruction(config), Instant.now()), target);
                    say(set);
                    yield ExitCode.OK;
                }
            };
        }
    }

    private static BadInput refused(Gathered.Refused refused) {
        StringBuilder text = new StringBuilder("nothing was exported");
        refused.shortfalls().forEach(each -> text.append("\n  ").append(each));
        DataSet.Count count = refused.count();
        text.append("\n  %d cases were reviewed".formatted(count.reviewed()));
        if (count.nearDuplicates() > 0) {
            text.append("; %d repeat another".formatted(count.nearDuplicates()));
        }
        count.leftOut().forEach((why, many) -> text.append("; %d: %s".formatted(many, why)));
        return new BadInput(text.append("\nnext: praetor review").toString());
    }

    private void say(DataSet set) {
        int train = set.training().size();
        int heldOut = set.heldOut().size();
        shell.out()
                .println(
                        json()
                                ? JsonMapper.shared()
                                        .createObjectNode()
                                        .put("folder", folder.toString())
                                        .put("train", train)
                                        .put("held_out", heldOut)
                                        .toString()
                                : "%s: %d examples to train on, %d held out"
                                        .formatted(folder, train, heldOut));
    }

    private String instruction(Config config) {
        String name = config.reasoning().promptVariant();
        return switch (PromptFiles.read(shell.installation().resolve(PROMPTS))) {
            case PromptReading.Read read ->
                    read.library()
                            .variant(name)
                            .orElseThrow(
                                    () ->
                                            new BadInput(
                                                    "`prompt.variant` is `%s`; there are %s"
                                                            .formatted(
                                                                    name, read.library().names())))
                            .instruction();
            case PromptReading.Rejected rejected ->
                    throw new BadInput("prompts refused: " + rejected.problems());
        };
    }

    private Pseudonyms pseudonyms() {
        try {
            return new Pseudonyms(
                    key.isPresent()
                            ? Files.readAllBytes(shell.folder().resolve(key.get()))
                            : drawn());
        } catch (IllegalArgumentException refused) {
            throw new BadInput("%s: %s".formatted(key.orElseThrow(), refused.getMessage()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static byte[] drawn() {
        byte[] key = new byte[Pseudonyms.KEY_BYTES_MIN];
        new SecureRandom().nextBytes(key);
        return key;
    }

    private void checkEmpty(Path target) {
        if (!Files.exists(target)) {
            return;
        }
        try (Stream<Path> entries = Files.list(target)) {
            if (entries.findAny().isPresent()) {
                throw new BadInput(folder + ": is not empty; name a new folder");
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** All files or none: they appear under their name once the last is written. */
    private static void write(Map<String, String> files, Path target) {
        Path fresh = target.resolveSibling(target.getFileName() + ".part");
        try {
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path path = fresh.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
            Files.deleteIfExists(target);
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
