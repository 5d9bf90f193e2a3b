package io.praetor.app.cli;

import io.praetor.app.ModelTiming;
import io.praetor.app.Models;
import io.praetor.app.config.Config;
import io.praetor.app.config.Config.Model.Mode;
import io.praetor.reasoning.GuardedModel;
import io.praetor.reasoning.ModelCard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Measures the configured model's latency and judges it by the deployment checklist. */
@Command(
        name = "test",
        description = {
            "measure the configured model's latency; status 1 where a limit is missed",
            "At the 95th percentile: 15 s on a CPU; on a GPU 500 ms to score, 5 s to reason."
        })
final class ModelTestVerb extends Verb {
    /** Of the policy's text, about as much as a prompt carries in clauses. */
    private static final int SHARED_MAX = 2000;

    @Option(names = "--prompts", paramLabel = "N", description = "how many a mode (10)")
    private int prompts = 10;

    @Option(names = "--mode", paramLabel = "MODE", description = "score or reason; otherwise both")
    private Optional<Mode> mode = Optional.empty();

    @Option(names = "--gpu", description = "hold it to the limits for a GPU")
    private boolean gpu;

    ModelTestVerb(Shell shell) {
        super(shell);
    }

    @Override
    protected ExitCode run() {
        Config config = config();
        try (Models.Open opened = new Models(Map.of()).open(config.model())) {
            return measure(config, opened.model());
        }
    }

    private ExitCode measure(Config config, GuardedModel model) {
        var plan =
                new ModelTiming.Plan(
                        Math.max(1, prompts), shared(config), config.model().timeMax(), gpu);
        List<Mode> modes = mode.map(List::of).orElse(List.of(Mode.values()));
        List<ModelTiming> timings = new ArrayList<>();
        int total = plan.prompts() * modes.size();
        try (Progress progress = new Progress(shell, "asking the model", total)) {
            for (Mode each : modes) {
                timings.add(ModelTiming.of(model, each, plan, System::nanoTime, progress::step));
            }
        }
        show(model.card(), timings);
        return timings.stream().allMatch(ModelTiming::isMet) ? ExitCode.OK : ExitCode.NO;
    }

    private static String shared(Config config) {
        try {
            String policy = Files.readString(config.policy());
            return policy.substring(0, Math.min(SHARED_MAX, policy.length())) + "\n";
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void show(ModelCard card, List<ModelTiming> timings) {
        if (json()) {
            ObjectNode object =
                    JsonMapper.shared()
                            .createObjectNode()
                            .put("model", card.name())
                            .put("sha256", card.sha256())
                            .put("runtime", card.runtime());
            ArrayNode modes = object.putArray("modes");
            timings.forEach(timing -> modes.add(object(timing)));
            shell.out().println(object);
            return;
        }
        shell.out().println("%s by %s".formatted(card.name(), card.runtime()));
        for (ModelTiming timing : timings) {
            shell.out().println(line(timing));
            timing.failures().stream()
                    .distinct()
                    .forEach(failure -> shell.out().println("        " + failure));
        }
    }

    private String line(ModelTiming timing) {
        String figures =
                timing.millis().isEmpty()
                        ? "no answer"
                        : "p50 %d ms, p95 %d ms"
                                .formatted(timing.percentile(.5), timing.percentile(.95));
        return "%-7s %s of %d answers, %d failed; limit %d ms: %s"
                .formatted(
                        timing.mode().name().toLowerCase(Locale.ROOT),
                        figures,
                        timing.millis().size(),
                        timing.failures().size(),
                        timing.limit().toMillis(),
                        timing.isMet() ? shell.green("met") : shell.red("missed"));
    }

    private static ObjectNode object(ModelTiming timing) {
        ObjectNode object =
                JsonMapper.shared()
                        .createObjectNode()
                        .put("mode", timing.mode().name().toLowerCase(Locale.ROOT))
                        .put("answers", timing.millis().size())
                        .put("limit_millis", timing.limit().toMillis())
                        .put("met", timing.isMet());
        if (!timing.millis().isEmpty()) {
            object.put("p50_millis", timing.percentile(.5))
                    .put("p95_millis", timing.percentile(.95));
        }
        ArrayNode failures = object.putArray("failures");
        timing.failures().forEach(failures::add);
        return object;
    }
}
