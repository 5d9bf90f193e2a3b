package io.praetor.app;

import io.praetor.adapters.sqlite.SqliteDecisionLog;
import io.praetor.app.config.Config;
import io.praetor.app.config.Config.Reasoning;
import io.praetor.log.LogUnavailableException;
import io.praetor.log.LogVerifier;
import io.praetor.log.Verification;
import io.praetor.policy.library.PolicyLibrary;
import io.praetor.reasoning.GuardedModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Looks at everything the program needs where it stands, and says for each what is missing and the
 * exact next command. Changes nothing.
 *
 * @param installation the folder of the shipped policies, prompts and models
 * @param models opens the configured model
 * @param parts what this build has beside the core
 */
public record Doctor(Config config, Path installation, Models models, Parts parts) {
    private static final int JAVA_MIN = 25;

    /** More records take longer than somebody who asks in a hurry waits. */
    private static final long RECORDS_MAX = 100_000;

    /**
     * One thing that was looked at.
     *
     * @param next the command or setting that mends it; empty where nothing is to be done
     */
    public record Check(String name, boolean isOk, String said, String next) {
        static Check ok(String name, String said) {
            return new Check(name, true, said, "");
        }

        static Check missing(String name, String said, String next) {
            return new Check(name, false, said, next);
        }
    }

    public List<Check> checks() {
        return List.of(
                java(),
                Platform.check(System.getProperty("os.name"), System.getProperty("os.arch")),
                policy(),
                data(),
                log(),
                model(),
                library(),
                prompt(),
                embeddings(),
                new DiskCheck(config).check());
    }

    private static Check java() {
        int version = Runtime.version().feature();
        return version >= JAVA_MIN
                ? Check.ok("jdk", Runtime.version().toString())
                : Check.missing(
                        "jdk",
                        "%d, needs %d".formatted(version, JAVA_MIN),
                        "sudo apt-get install openjdk-25-jdk-headless");
    }

    private Check policy() {
        try {
            PolicyLibrary library = new Policies().require(new PolicyFiles(config.policy()).read());
            return Check.ok(
                    "policy", "%s, %d in all".formatted(config.policy(), library.all().size()));
        } catch (BadInput | UncheckedIOException unreadable) {
            return Check.missing(
                    "policy", firstLine(unreadable), "./praetor policy check " + config.policy());
        }
    }

    private Check data() {
        Path folder = config.data().toAbsolutePath();
        Path there = folder;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        boolean writable = Files.isDirectory(there) && Files.isWritable(there);
        return writable
                ? Check.ok("data", folder + (there.equals(folder) ? "" : ", will be made"))
                : Check.missing(
                        "data",
                        there + " cannot be written",
                        "export PRAETOR_HOME=FOLDER, or chown " + there);
    }

    private Check log() {
        Path file = config.data().resolve(Wiring.LOG_FILE);
        if (!Files.exists(file)) {
            return Check.ok("log", "none yet, the first decision makes it");
        }
        String next = "./praetor log verify";
        try (SqliteDecisionLog log = SqliteDecisionLog.inspect(file)) {
            long records = log.tallies().records();
            if (records > RECORDS_MAX) {
                return Check.ok("log", "%d records; `%s` checks each".formatted(records, next));
            }
            Verification verification = new LogVerifier(log, log).verify(List.of(), _ -> {});
            return verification.findings().isEmpty()
                    ? Check.ok("log", "sound, %d records".formatted(records))
                    : Check.missing("log", verification.findings().getFirst().toString(), next);
        } catch (LogUnavailableException damaged) {
            return Check.missing("log", firstLine(damaged), next);
        }
    }

    private Check model() {
        if (!config.model().isConfigured()) {
            return Check.ok("model", "none configured, none needed: precedents reason");
        }
        if (config.reasoning().by() == Reasoning.By.OFF
                || config.reasoning().by() == Reasoning.By.PRECEDENT) {
            return Check.ok("model", "configured and not asked: reasoning.by says so");
        }
        try (Models.Open opened = models.open(config.model())) {
            GuardedModel model = opened.model();
            Models.selfTest(model, config.model(), ModelSelfTest.prompt("", 0));
            return Check.ok(
                    "model", "%s by %s answers".formatted(model.card().name(), runtime(model)));
        } catch (NoModel missing) {
            return Check.missing("model", missing.problem(), nextForModel());
        }
    }

    private static String runtime(GuardedModel model) {
        String quantisation = model.card().quantisation();
        return model.card().runtime() + (quantisation.isEmpty() ? "" : ", " + quantisation);
    }

    private String nextForModel() {
        if (config.model().url().isPresent()) {
            return "curl -s %s; start the server, or correct the setting"
                    .formatted(config.model().url().get());
        }
        return config.model().path().filter(Files::exists).isPresent()
                ? "./praetor model list"
                : "./praetor model pull phi-4-mini-instruct";
    }

    private Check library() {
        if (config.model().path().isEmpty()) {
            return Check.ok("library", "not needed without model.path");
        }
        Path folder = config.model().library();
        return holds(folder, "libllama")
                ? Check.ok("library", folder.toString())
                : Check.missing("library", folder + " holds no libllama", "./praetor fetch llama");
    }

    private Check prompt() {
        String variant = config.reasoning().promptVariant();
        Path folder = installation.resolve("prompts").resolve(variant);
        if (Files.isReadable(folder.resolve("manifest.yaml"))) {
            return Check.ok("prompt", variant);
        }
        return config.model().isConfigured()
                ? Check.missing(
                        "prompt",
                        "no `%s` in %s".formatted(variant, folder.getParent()),
                        "set prompt.variant to a folder of " + folder.getParent())
                : Check.ok("prompt", "not needed without a model");
    }

    private Check embeddings() {
        if (config.reasoning().embeddings() == Reasoning.Embeddings.OFF) {
            return Check.ok("embeddings", "off");
        }
        return parts.minilm().isPresent()
                ? Check.ok("embeddings", "minilm")
                : Check.missing(
                        "embeddings",
                        "minilm is not on this machine",
                        "./praetor fetch embeddings");
    }

    private static boolean holds(Path folder, String beginning) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.anyMatch(
                    entry -> String.valueOf(entry.getFileName()).startsWith(beginning));
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static String firstLine(RuntimeException failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("unreadable");
    }
}
