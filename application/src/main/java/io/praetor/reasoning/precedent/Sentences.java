package io.praetor.reasoning.precedent;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a text apart into sentences and these into words. */
final class Sentences {
    /** More sentences than this of one text are not read one by one; nobody is waved through. */
    static final int SENTENCES_MAX = 200;

    private static final Pattern END = Pattern.compile("(?<=[.!?])[\"')\\]”’»]*\\s+|\\R+");

    private static final Pattern TOKEN =
            Pattern.compile("[0-9]+(?:[:.,][0-9]+)*|[\\p{L}]+|[,;:.!?()\"]");

    private static final Pattern NOT = Pattern.compile("n't\\b");
    private static final Pattern SHORTENED = Pattern.compile("'(s|re|ve|d|ll|m)\\b");

    private static final Set<String> NUMBERS =
            Set.of(
                    "two",
                    "three",
                    "four",
                    "five",
                    "six",
                    "seven",
                    "eight",
                    "nine",
                    "ten",
                    "eleven",
                    "twelve",
                    "fifteen",
                    "twenty",
                    "thirty",
                    "forty",
                    "fifty",
                    "sixty",
                    "ninety",
                    "hundred",
                    "thousand",
                    "dozen",
                    "dozens");

    private Sentences() {}

    /** Of a text, in its order; one that is cut short by its length comes without its rest. */
    static List<Sentence> of(String text) {
        List<Sentence> sentences = new ArrayList<>();
        for (String part : END.split(text)) {
            if (!part.isBlank() && sentences.size() < SENTENCES_MAX) {
                sentences.add(one(part.strip()));
            }
        }
        return sentences;
    }

    /** A text that is one sentence already. */
    static Sentence one(String text) {
        return new Sentence(text, Scopes.marked(tokens(text)));
    }

    /** The stems of a phrase of a word list; a beginning keeps its {@code *}. */
    static List<String> stems(List<String> phrase) {
        List<String> stems = new ArrayList<>();
        for (String word : phrase) {
            if (word.equals(Token.NUMBER)) {
                stems.add(word);
            } else if (word.endsWith("*")) {
                stems.add(Plain.of(word));
            } else {
                tokens(word).stream()
                        .filter(Token::isWord)
                        .forEach(token -> stems.add(token.stem()));
            }
        }
        return stems;
    }

    private static List<Token> tokens(String text) {
        String plain = Plain.of(text);
        plain = plain.replace("can't", "can not").replace("won't", "will not");
        plain = SHORTENED.matcher(NOT.matcher(plain).replaceAll(" not")).replaceAll("");
        plain = plain.replace("cannot", "can not");
        List<Token> tokens = new ArrayList<>();
        Matcher next = TOKEN.matcher(plain);
        while (next.find()) {
            String word = next.group();
            boolean isNumber = Character.isDigit(word.charAt(0)) || NUMBERS.contains(word);
            tokens.add(new Token(word, isNumber ? Token.NUMBER : Stemmer.stem(word), Set.of()));
        }
        return tokens;
    }
}
