package io.praetor.reasoning.model;

import io.praetor.policy.Effect;
import io.praetor.policy.Evaluation.Indeterminate;
import io.praetor.reasoning.Answer;
import io.praetor.reasoning.AnswerParser;
import io.praetor.reasoning.AnswerReading;
import io.praetor.reasoning.AnswerReading.Read;
import io.praetor.reasoning.AnswerReading.Unreadable;
import io.praetor.reasoning.Completion;
import io.praetor.reasoning.Completion.Stop;
import io.praetor.reasoning.Decoding;
import io.praetor.reasoning.Prompt;
import io.praetor.reasoning.model.Asked.Said;
import io.praetor.reasoning.prompt.OutputContract;
import java.util.List;
import java.util.Optional;

/**
 * Mode {@code reason}: the model reasons within bounds, then answers in the contract's form. How
 * sure it is comes from its label scores behind that reasoning, never from what it wrote.
 *
 * <p>An answer that cannot be read is asked for once more, in the contract's form alone. What comes
 * then may hold an action back and never lets it go on.
 */
final class Reasoning {
    private static final String REPAIRED = "repaired ";

    private final Asked asked;
    private final StringBuilder raw = new StringBuilder();
    private String notes = "";

    private Reasoning(Asked asked) {
        this.asked = asked;
    }

    static Verdict of(Asked asked) {
        return new Reasoning(asked).verdict();
    }

    private Verdict verdict() {
        Attempt<Completion> first = written(OutputContract.reasonedGrammar(), 0);
        if (!(first instanceof Attempt.Answered<Completion>(Completion answer))) {
            return open(causeOf(first));
        }
        raw.append(answer.text());
        return switch (reading(answer)) {
            case Read read -> weigh(read.answer(), answer.text());
            case Unreadable unreadable -> repair(unreadable.cause());
        };
    }

    private Verdict repair(String cause) {
        notes = REPAIRED;
        Attempt<Completion> second = written(OutputContract.grammar(), 1);
        if (!(second instanceof Attempt.Answered<Completion>(Completion answer))) {
            return open("%s; then %s".formatted(cause, causeOf(second)));
        }
        raw.append("\n--- asked again ---\n").append(answer.text());
        return switch (reading(answer)) {
            case Unreadable again ->
                    open("%s twice: %s; %s".formatted(Unreadable.SAID, cause, again.cause()));
            case Read read when read.answer().decision() == Effect.ALLOW ->
                    open("%s: %s".formatted(Unreadable.SAID, cause));
            case Read read -> weigh(read.answer(), answer.text());
        };
    }

    private Attempt<Completion> written(String grammar, int attempt) {
        Settings settings = asked.settings();
        return Attempt.at(
                () ->
                        asked.model()
                                .complete(
                                        asked.fits().prompt(),
                                        new Decoding(
                                                settings.temperature(),
                                                settings.seed() + attempt,
                                                settings.answerTokensMax(),
                                                Optional.of(grammar),
                                                asked.deadline().left())));
    }

    private static AnswerReading reading(Completion answer) {
        return answer.stop() == Stop.LENGTH
                ? new Unreadable("cut at the limit of its length")
                : AnswerParser.read(answer.text());
    }

    private Verdict weigh(Answer answer, String text) {
        Bearing bearing = new Bearing(asked.question());
        Citing citing = Citing.of(answer.references(), asked, bearing);
        if (citing.clauses().isEmpty()) {
            return new Verdict(
                    Indeterminate.because("no reference of the answer holds"),
                    raw.toString(),
                    notes,
                    citing.dropped());
        }
        Attempt<Belief> belief = beliefBehind(text);
        return switch (belief) {
            case Attempt.Failed<Belief> failed ->
                    new Verdict(
                            Indeterminate.because(failed.cause()),
                            raw.toString(),
                            notes,
                            citing.dropped());
            case Attempt.Answered<Belief>(Belief found) -> settle(answer, citing, found, bearing);
        };
    }

    private Verdict settle(Answer answer, Citing citing, Belief belief, Bearing bearing) {
        notes = notes + "scores=" + belief.label();
        Effect effect = answer.decision();
        if (!belief.isAbout() || belief.likeliest() != effect) {
            String cause =
                    belief.isAbout()
                            ? "the model wrote `%s` and finds `%s` likelier"
                                    .formatted(effect.label(), belief.likeliest().label())
                            : Wording.noAnswer(belief);
            return new Verdict(
                    Indeterminate.because(cause), raw.toString(), notes, citing.dropped());
        }
        String reason =
                "model `%s` says: %s"
                        .formatted(
                                asked.name(),
                                answer.rationale()
                                        .or(answer::reasoning)
                                        .map(Wording::oneLine)
                                        .filter(words -> !words.isEmpty())
                                        .orElse("nothing but its decision"));
        Said said = new Said(reason, belief.score(effect));
        return new Verdict(
                asked.answer(effect, citing.clauses(), bearing, said),
                raw.toString(),
                notes,
                citing.dropped());
    }

    /** The label scores at the place where the answer's label stands. */
    private Attempt<Belief> beliefBehind(String text) {
        Optional<String> before = DecisionPlace.before(text);
        if (before.isEmpty()) {
            return new Attempt.Failed<>(
                    "the place of the decision in the answer is not to be found");
        }
        Prompt asIs = asked.fits().prompt();
        Prompt reasoned =
                new Prompt(
                        asIs.system(), asIs.shared(), asIs.situation(), asIs.lead() + before.get());
        return Attempt.at(
                () ->
                        Belief.of(
                                asked.model()
                                        .score(
                                                reasoned,
                                                OutputContract.LABELS,
                                                asked.deadline().left())));
    }

    private Verdict open(String cause) {
        return new Verdict(Indeterminate.because(cause), raw.toString(), notes, List.of());
    }

    private static String causeOf(Attempt<Completion> attempt) {
        return attempt instanceof Attempt.Failed<Completion>(String cause) ? cause : "";
    }
}
