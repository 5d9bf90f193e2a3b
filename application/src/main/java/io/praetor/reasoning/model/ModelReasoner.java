package io.praetor.reasoning.model;

import io.praetor.policy.Effect;
import io.praetor.policy.Evaluation.Indeterminate;
import io.praetor.reasoning.Completion;
import io.praetor.reasoning.Decoding;
import io.praetor.reasoning.LanguageModel;
import io.praetor.reasoning.ModelCard;
import io.praetor.reasoning.Opinion;
import io.praetor.reasoning.Opinion.Adviser;
import io.praetor.reasoning.Opinion.Exchange;
import io.praetor.reasoning.Prompt;
import io.praetor.reasoning.Question;
import io.praetor.reasoning.Reasoner;
import io.praetor.reasoning.Sha256;
import io.praetor.reasoning.prompt.AnswerMode;
import io.praetor.reasoning.prompt.Built;
import io.praetor.reasoning.prompt.Material;
import io.praetor.reasoning.prompt.OutputContract;
import io.praetor.reasoning.prompt.PromptBuilder;
import io.praetor.retrieval.ActorHistory;
import io.praetor.retrieval.Observed;
import io.praetor.retrieval.Passage;
import io.praetor.retrieval.Passages;
import io.praetor.retrieval.Retriever;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * Reasons by a language model. Nothing the model says is taken on trust: an answer that cannot be
 * read, cites nothing that holds, contradicts its own scores or does not come is Indeterminate.
 *
 * <p>As thread-safe as its parts.
 */
public final class ModelReasoner implements Reasoner {
    /** Room behind the lead for the longest label and the end of its text. */
    private static final int LABEL_TOKENS = 16;

    /** Of a sentence that is written afterwards for a decision already made. */
    private static final int PROSE_TOKENS = 160;

    private final Parts parts;
    private final Settings settings;

    /**
     * What a model is asked with.
     *
     * @param nanoTicker a monotonic clock in nanoseconds, for the time limit
     */
    public record Parts(
            LanguageModel model,
            PromptBuilder prompts,
            Retriever retriever,
            ActorHistory history,
            LongSupplier nanoTicker) {}

    public ModelReasoner(Parts parts, Settings settings) {
        this.parts = parts;
        this.settings = settings;
    }

    @Override
    public Opinion reason(Question question) {
        return switch (Attempt.at(parts.model()::card)) {
            case Attempt.Failed<ModelCard> failed ->
                    unasked(adviser(Optional.empty()), failed.cause());
            case Attempt.Answered<ModelCard>(ModelCard card) -> reason(question, card);
        };
    }

    private Opinion reason(Question question, ModelCard card) {
        Deadline deadline = new Deadline(parts.nanoTicker(), settings.timeMax());
        Adviser adviser = adviser(Optional.of(card));
        Attempt<Material> gathered = Attempt.at(() -> gather(question));
        if (!(gathered instanceof Attempt.Answered<Material>(Material material))) {
            return unasked(adviser, causeOf(gathered));
        }
        String lead = settings.mode() == AnswerMode.SCORE ? lead() : "";
        return switch (Attempt.at(() -> build(material, lead, card, answerTokens()))) {
            case Attempt.Failed<Built> failed -> unsaid(adviser, material, failed.cause());
            case Attempt.Answered<Built>(Built.Refused refused) ->
                    unsaid(adviser, material, refused.cause());
            case Attempt.Answered<Built>(Built.Fits fits) -> {
                Asked asked =
                        new Asked(
                                parts.model(),
                                card.name(),
                                question,
                                material.passages(),
                                fits,
                                deadline,
                                settings);
                Verdict verdict =
                        switch (settings.mode()) {
                            case SCORE -> Scoring.of(asked);
                            case REASON -> Reasoning.of(asked);
                        };
                yield opinion(adviser, material, fits, verdict);
            }
        };
    }

    /** Who answers; the version of a model that cannot be reached now lacks its digest. */
    public Adviser adviser() {
        return Attempt.at(parts.model()::card)
                        instanceof Attempt.Answered<ModelCard>(ModelCard card)
                ? adviser(Optional.of(card))
                : adviser(Optional.empty());
    }

    /**
     * A sentence for a decision that was made by its score, written on demand. It explains and
     * changes nothing; empty where the model gives none in time.
     */
    public Optional<String> prose(Question question, Effect decided) {
        String lead = "%s%s\", \"rationale\": \"".formatted(lead(), decided.label());
        Deadline deadline = new Deadline(parts.nanoTicker(), settings.timeMax());
        Attempt<Completion> written =
                Attempt.at(
                        () ->
                                switch (build(
                                        gather(question),
                                        lead,
                                        parts.model().card(),
                                        PROSE_TOKENS)) {
                                    case Built.Fits fits ->
                                            parts.model()
                                                    .complete(fits.prompt(), sentence(deadline));
                                    case Built.Refused refused ->
                                            throw new IllegalStateException(refused.cause());
                                });
        return written instanceof Attempt.Answered<Completion>(Completion answer)
                ? Optional.of(answer.text())
                        .map(text -> Wording.oneLine(text.replaceAll("\"\\s*}?\\s*$", "")))
                        .filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    private Decoding sentence(Deadline deadline) {
        return new Decoding(
                settings.temperature(),
                settings.seed(),
                PROSE_TOKENS,
                Optional.of(OutputContract.textGrammar()),
                deadline.left());
    }

    private Material gather(Question question) {
        Passages passages =
                parts.retriever()
                        .retrieve(question.situation(), question.byRules(), question.policy());
        Observed observed = parts.history().of(question.situation());
        return Material.of(question, passages, observed);
    }

    private Built build(Material material, String lead, ModelCard card, int answerTokens) {
        return parts.prompts()
                .build(material, lead, parts.model()::tokens, card.contextTokens() - answerTokens);
    }

    private int answerTokens() {
        return settings.mode() == AnswerMode.SCORE ? LABEL_TOKENS : settings.answerTokensMax();
    }

    private String lead() {
        return parts.prompts().variant().manifest().lead();
    }

    /** Who answers, as far as it is known: without a card the version says so. */
    private Adviser adviser(Optional<ModelCard> card) {
        String version =
                Sha256.of(
                        String.join(
                                "\n",
                                parts.prompts().version(),
                                card.map(ModelReasoner::label).orElse("unknown"),
                                settings.label()));
        return new Adviser(card.map(ModelCard::name).orElse("model"), version, true);
    }

    private static String label(ModelCard card) {
        return "%s %s %s %d %s"
                .formatted(
                        card.name(),
                        card.sha256(),
                        card.quantisation(),
                        card.contextTokens(),
                        card.adapters().stream()
                                .map(it -> "%s*%s".formatted(it.sha256(), it.scale()))
                                .collect(Collectors.joining("+")));
    }

    private Opinion opinion(Adviser adviser, Material material, Built.Fits fits, Verdict verdict) {
        Prompt prompt = fits.prompt();
        String notes = verdict.notes().isEmpty() ? "" : " " + verdict.notes();
        String decoding =
                "prompt=%s:%s %s time=%s cut=%s%s"
                        .formatted(
                                parts.prompts().variant().name(),
                                parts.prompts().version(),
                                settings.label(),
                                settings.timeMax(),
                                fits.cuts().label(),
                                notes);
        return new Opinion(
                verdict.evaluation(),
                adviser,
                shown(material),
                material.observed().ids(),
                Optional.of(new Exchange(Sha256.of(prompt.text()), verdict.answer(), decoding)),
                verdict.dropped());
    }

    private static List<String> shown(Material material) {
        return material.passages().citable().stream().map(Passage::id).toList();
    }

    private static Opinion unsaid(Adviser adviser, Material material, String cause) {
        return new Opinion(
                Indeterminate.because(Wording.oneLine(cause)),
                adviser,
                shown(material),
                material.observed().ids(),
                Optional.empty(),
                List.of());
    }

    private static Opinion unasked(Adviser adviser, String cause) {
        return new Opinion(
                Indeterminate.because(Wording.oneLine(cause)),
                adviser,
                List.of(),
                List.of(),
                Optional.empty(),
                List.of());
    }

    private static String causeOf(Attempt<Material> attempt) {
        return attempt instanceof Attempt.Failed<Material>(String cause) ? cause : "";
    }
}
