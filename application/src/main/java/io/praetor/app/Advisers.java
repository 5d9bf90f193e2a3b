package io.praetor.app;

import io.praetor.adapters.files.FileReading;
import io.praetor.adapters.files.PromptFiles;
import io.praetor.app.config.Config;
import io.praetor.app.trial.Contestants;
import io.praetor.app.trial.Contestants.Named;
import io.praetor.policy.PolicyProblem;
import io.praetor.policy.PolicySet;
import io.praetor.policy.library.PolicyLibrary;
import io.praetor.reasoning.CanonicalLines;
import io.praetor.reasoning.LanguageModel;
import io.praetor.reasoning.Opinion.Adviser;
import io.praetor.reasoning.model.ModelReasoner;
import io.praetor.reasoning.model.Settings;
import io.praetor.reasoning.precedent.PrecedentReasoner;
import io.praetor.reasoning.prompt.AnswerMode;
import io.praetor.reasoning.prompt.OutputContract;
import io.praetor.reasoning.prompt.PromptBuilder;
import io.praetor.reasoning.prompt.PromptLibrary;
import io.praetor.reasoning.prompt.PromptReading;
import io.praetor.reasoning.prompt.PromptVariant;
import io.praetor.retrieval.ActorHistory;
import io.praetor.retrieval.Embedder;
import io.praetor.retrieval.HybridRetriever.Withheld;
import io.praetor.retrieval.Precedent;
import io.praetor.rules.Consequences;
import io.praetor.rules.RuleEngine;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whoever can reason under a configuration: the precedent reasoner, and the language model where
 * one is configured. What is asked for and not to be had stops the start; nothing takes its place.
 *
 * <p>Closing it releases the model.
 */
public final class Advisers implements AutoCloseable {
    /** The folder of prompt variants in the installation. */
    private static final Path PROMPTS = Path.of("prompts");

    private static final String PROMPT_EXAMPLES = "examples.yaml";

    private final Config config;
    private final Optional<Embedder> embedder;
    private final Examples examples;
    private final Path prompts;
    private final Optional<Models.Open> model;

    private Advisers(
            Config config,
            Optional<Embedder> embedder,
            Examples examples,
            Path prompts,
            Optional<Models.Open> model) {
        this.config = config;
        this.embedder = embedder;
        this.examples = examples;
        this.prompts = prompts;
        this.model = model;
    }

    /**
     * @param installation where shipped examples and prompts are
     * @param parts what this build has beside the core
     */
    public static Advisers open(Config config, Path installation, Parts parts) {
        return new Advisers(
                config,
                Retrieval.embedder(config, parts),
                Examples.under(config, installation),
                installation.resolve(PROMPTS),
                asksModel(config)
                        ? Optional.of(new Models(OutputContract.schemas()).open(config.model()))
                        : Optional.empty());
    }

    private static boolean asksModel(Config config) {
        return switch (config.reasoning().by()) {
            case MODEL -> true;
            case AUTO -> config.model().isConfigured();
            case PRECEDENT, OFF -> false;
        };
    }

    /** The one that serves. */
    public Reasoners serving(ActorHistory history) {
        return switch (config.reasoning().by()) {
            case OFF -> Reasoners.NONE;
            case PRECEDENT -> this::precedent;
            case AUTO, MODEL ->
                    model.<Reasoners>map(
                                    open ->
                                            policy ->
                                                    Optional.of(
                                                            byModel(
                                                                    guarded(open),
                                                                    policy,
                                                                    history,
                                                                    Withheld.NOTHING)))
                            .orElse(this::precedent);
        };
    }

    /**
     * Has the model answer a known question, then one as decisions ask it, so that the first caller
     * waits neither for loading nor for what all prompts share.
     *
     * @throws NoModel where the known question is not answered in the right form
     */
    void warmUp(PolicySet policy) {
        model.ifPresent(
                open -> {
                    Models.selfTest(open.unguarded(), config.model(), ModelSelfTest.prompt("", 0));
                    Settings patient = Settings.of(mode(), Models.OPEN_TIME);
                    Asked asked = new Asked(open.unguarded(), patient);
                    byModel(asked, policy, ActorHistory.UNKNOWN, Withheld.NOTHING)
                            .reasoner()
                            .reason(ModelSelfTest.question(policy));
                });
    }

    /** A model, and how long it may take. */
    private record Asked(LanguageModel model, Settings settings) {}

    private Asked guarded(Models.Open open) {
        return new Asked(open.model(), Settings.of(mode(), config.model().timeMax()));
    }

    /** Everybody for a suite: the one that serves first, nobody shown the case under test. */
    public Contestants contestants(PolicyLibrary library) {
        List<Named> reasoners = new ArrayList<>();
        model.ifPresent(
                open ->
                        reasoners.add(
                                new Named(
                                        open.model().card().name(),
                                        policy ->
                                                Optional.of(
                                                        byModel(
                                                                guarded(open),
                                                                policy,
                                                                ActorHistory.UNKNOWN,
                                                                Withheld.CASE_UNDER_TEST)))));
        if (config.reasoning().by() != Config.Reasoning.By.OFF) {
            reasoners.add(new Named("precedent", this::precedent));
        }
        List<Precedent> known =
                library.all().stream().flatMap(policy -> examples.of(policy).stream()).toList();
        return new Contestants(reasoners, known, promptTexts());
    }

    private Optional<Reasoners.Attached> precedent(PolicySet policy) {
        Consequences consequences = Consequences.of(RuleEngine.compile(policy));
        PrecedentReasoner reasoner =
                new PrecedentReasoner(policy, examples.of(policy), embedder, consequences::of);
        return Optional.of(
                new Reasoners.Attached(
                        reasoner, new Adviser("precedent", reasoner.version(), false)));
    }

    private Reasoners.Attached byModel(
            Asked asked, PolicySet policy, ActorHistory history, Withheld withheld) {
        PromptLibrary library = promptLibrary();
        PromptVariant variant = variant(library);
        Retrieval retrieval =
                Retrieval.inMemory(PolicyLibrary.of(policy), examples.of(policy), embedder);
        ModelReasoner reasoner =
                new ModelReasoner(
                        new ModelReasoner.Parts(
                                asked.model(),
                                new PromptBuilder(
                                        variant,
                                        library.examples(),
                                        CanonicalLines::of,
                                        new SecureRandom()),
                                retrieval.retriever(withheld),
                                history,
                                System::nanoTime),
                        asked.settings());
        return new Reasoners.Attached(reasoner, reasoner.adviser());
    }

    private AnswerMode mode() {
        return switch (config.model().mode()) {
            case SCORE -> AnswerMode.SCORE;
            case REASON -> AnswerMode.REASON;
        };
    }

    private PromptVariant variant(PromptLibrary library) {
        String name = config.reasoning().promptVariant();
        return library.variant(name)
                .orElseThrow(
                        () ->
                                new BadInput(
                                        "`prompt.variant` is `%s`; %s has %s"
                                                .formatted(
                                                        name,
                                                        prompts,
                                                        String.join(", ", library.names()))));
    }

    private PromptLibrary promptLibrary() {
        return switch (PromptFiles.read(prompts)) {
            case PromptReading.Read read -> read.library();
            case PromptReading.Rejected rejected ->
                    throw new BadInput(
                            rejected.problems().stream()
                                    .map(PolicyProblem::toString)
                                    .collect(Collectors.joining("\n", "prompts refused\n", "")));
        };
    }

    /** What a prompt may show of other cases, by its file. */
    private Map<String, String> promptTexts() {
        Path shown = prompts.resolve(PROMPT_EXAMPLES);
        return switch (FileReading.of(shown, shown.toString())) {
            case FileReading.Text text -> Map.of(shown.toString(), text.source().text());
            case FileReading.NoText broken -> throw new BadInput(broken.problem().toString());
        };
    }

    @Override
    public void close() {
        model.ifPresent(Models.Open::close);
    }
}
