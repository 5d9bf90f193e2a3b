package io.praetor.serving.page;

import static io.praetor.serving.page.Html.element;
import static io.praetor.serving.page.Html.text;

import io.praetor.decision.Decision;
import io.praetor.reasoning.Answer.Reference;
import io.praetor.reasoning.AnswerParser;
import io.praetor.reasoning.AnswerReading;
import io.praetor.retrieval.Sentences;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A text of which somebody quoted a part, with the sentences quoted marked.
 *
 * @param references what the language model cited, where one was asked
 */
record CitedSentences(List<Reference> references) {
    CitedSentences {
        references = List.copyOf(references);
    }

    static CitedSentences of(Decision decision) {
        return new CitedSentences(
                decision.trail()
                        .reasoning()
                        .flatMap(opinion -> opinion.exchange())
                        .map(exchange -> AnswerParser.read(exchange.answer()))
                        .map(CitedSentences::referencesOf)
                        .orElse(List.of()));
    }

    private static List<Reference> referencesOf(AnswerReading reading) {
        return switch (reading) {
            case AnswerReading.Read read -> read.answer().references();
            case AnswerReading.Unreadable _ -> List.of();
        };
    }

    /** A text that was cited: where no words of it were quoted, it was cited whole. */
    Html cited(String id, String whole) {
        return quotes(id).isEmpty() ? element("mark", text(whole)) : marked(id, whole);
    }

    /** A text that may have been cited: what was quoted of it is marked. */
    Html marked(String id, String whole) {
        List<String> quotes = quotes(id);
        return Html.each(
                Sentences.of(whole),
                sentence ->
                        quotes.stream().anyMatch(quote -> shares(plain(sentence), quote))
                                ? Html.all(element("mark", text(sentence)), text(" "))
                                : text(sentence + " "));
    }

    private List<String> quotes(String id) {
        return references.stream()
                .filter(reference -> reference.id().equals(id))
                .map(Reference::quote)
                .flatMap(Optional::stream)
                .map(CitedSentences::plain)
                .filter(quote -> !quote.isEmpty())
                .toList();
    }

    private static boolean shares(String sentence, String quote) {
        return sentence.contains(quote) || quote.contains(sentence);
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
    }
}
