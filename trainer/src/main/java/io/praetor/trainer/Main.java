package io.praetor.trainer;

import io.praetor.adapters.llamacpp.LlamaFiles;
import io.praetor.adapters.llamacpp.LlamaLibrary;
import io.praetor.adapters.llamacpp.LlamaModel;
import io.praetor.adapters.llamacpp.LlamaSettings;
import io.praetor.adapters.llamacpp.Quantisation;
import io.praetor.app.Policies;
import io.praetor.policy.PolicySet;
import io.praetor.policy.PolicySource;
import io.praetor.trainer.corpus.DemoCase;
import io.praetor.trainer.model.Torch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains models. */
@Command(
        name = "praetor train",
        description = "Train models in a process of their own.",
        mixinStandardHelpOptions = true,
        subcommands = Main.Demo.class,
        usageHelpAutoWidth = true)
final class Main {
    private static final int WORLD_FAILED = 4;

    private Main() {}

    public static void main(String[] arguments) {
        CommandLine line = new CommandLine(new Main());
        line.setExecutionExceptionHandler(
                (failure, command, _) -> {
                    command.getErr().println("praetor: " + failure.getMessage());
                    return WORLD_FAILED;
                });
        System.exit(line.execute(arguments));
    }

    /** The model that ships for tests and demonstrations. */
    @Command(
            name = "demo",
            description = {
                "Train the demo model of the sample policy from a seed.",
                "It reads attribute lines, answers with one decision, and is no language model."
            },
            mixinStandardHelpOptions = true,
            sortOptions = false)
    static final class Demo implements Runnable {
        private static final String POLICY = "policies/team-default.yaml";
        private static final String SYSTEM = "prompts/demo/system.txt";

        private final Path root = Path.of(System.getProperty("praetor.install", ""));

        @Option(names = "--out", description = "where to write it; models/demo.gguf")
        private Optional<Path> out = Optional.empty();

        @Option(names = "--seed", description = "what all drawing starts from; ${DEFAULT-VALUE}")
        private long seed = 1;

        @Option(names = "--quick", description = "a look that everything runs; learns little")
        private boolean quick;

        @Option(
                names = "--threads",
                description = "of PyTorch; another number gives another file; ${DEFAULT-VALUE}")
        private int threads = 1;

        @Option(
                names = "--llama",
                description = "the folder of libllama; where `fetch llama` puts it")
        private Optional<Path> llama = Optional.empty();

        @Override
        public void run() {
            Torch.start(threads);
            Path library = llama.orElseGet(Demo::fetched);
            LlamaFiles files = new LlamaFiles(LlamaLibrary.open(library));
            Path file = out.orElseGet(() -> root.resolve("models/demo.gguf"));
            String system = read(root.resolve(SYSTEM));
            DemoTraining training =
                    DemoTraining.prepare(
                            policy(),
                            system,
                            quick ? DemoTraining.Plan.quick(seed) : DemoTraining.Plan.whole(seed));
            Path whole = file.resolveSibling(file.getFileName() + ".f32");
            try {
                Files.createDirectories(file.toAbsolutePath().getParent());
                training.run(whole, Demo::say);
                files.quantize(whole, file, Quantisation.Q4_K_M, 1);
                measure(
                        new LlamaSettings(
                                library, file, Optional.empty(), List.of(), 0, 0, 1, 0, true),
                        training.heldOut(),
                        system);
                Files.delete(whole);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        private static void measure(LlamaSettings settings, List<DemoCase> cases, String system)
                throws IOException {
            Path file = settings.model();
            try (LlamaModel model = LlamaModel.open(settings, System::nanoTime)) {
                DemoMeasure.Figures figures =
                        new DemoMeasure(model, system, System::nanoTime).of(cases);
                say("held-out cases, " + file + " in llama.cpp on one thread:");
                figures.shares().forEach(share -> say("  " + share));
                say(
                        "  %.1f ms a decision (median), %.1f ms (95th percentile)"
                                .formatted(figures.millisMedian(), figures.millisP95()));
            }
            say("%d bytes, SHA-256 %s".formatted(Files.size(file), sha256(file)));
        }

        private static Path fetched() {
            return Path.of(Optional.ofNullable(System.getenv("PRAETOR_HOME")).orElse(".praetor"))
                    .resolve("llama");
        }

        private PolicySet policy() {
            Path file = root.resolve(POLICY);
            return new Policies().require(List.of(new PolicySource(POLICY, read(file)))).standard();
        }

        private static String read(Path file) {
            try {
                return Files.readString(file);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        private static String sha256(Path file) throws IOException {
            try {
                return HexFormat.of()
                        .formatHex(
                                MessageDigest.getInstance("SHA-256")
                                        .digest(Files.readAllBytes(file)));
            } catch (NoSuchAlgorithmException missing) {
                throw new IllegalStateException("every Java platform has SHA-256", missing);
            }
        }

        private static void say(String line) {
            System.out.println(line);
        }
    }
}
