package io.praetor.adapters.llamacpp;

import io.praetor.reasoning.Prompt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Turns prompts into tokens. Only the template's own marks become special tokens: where a turn's
 * text spells one, it stays text, so that no situation can end its turn or begin another.
 */
final class PromptReading {
    private final Vocabulary vocabulary;
    private final ChatTemplate template;

    /** Special texts by their first character, the longest first. */
    private final Map<Character, List<String>> specials;

    PromptReading(Vocabulary vocabulary, ChatTemplate template) {
        this.vocabulary = vocabulary;
        this.template = template;
        specials =
                vocabulary.specials().stream()
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .collect(Collectors.groupingBy(special -> special.charAt(0)));
    }

    PromptTokens read(Prompt prompt) {
        ChatFrame frame = template.of(prompt);
        var head = new Pieces().marks(frame.before()).text(prompt.system()).marks(frame.between());
        var prefix = new Pieces(head).text(prompt.shared());
        head.text(prompt.user()).marks(frame.after()).text(prompt.lead());
        List<Integer> all = head.tokens();
        return new PromptTokens(all, alike(prefix.tokens(), all));
    }

    /** How many tokens two lists begin with alike; one of the second is always left. */
    private static int alike(List<Integer> some, List<Integer> all) {
        int most = Math.min(some.size(), all.size() - 1);
        int count = 0;
        while (count < most && some.get(count).equals(all.get(count))) {
            count++;
        }
        return Math.max(count, 0);
    }

    /**
     * @param marked whether special texts in it become special tokens
     */
    private record Piece(String text, boolean marked) {}

    /**
     * A text in pieces, cut around each special text that is none of the template's, and where a
     * word is longer than llama.cpp bears.
     */
    private final class Pieces {
        private final List<Piece> whole = new ArrayList<>();
        private final StringBuilder open = new StringBuilder();

        Pieces() {}

        Pieces(Pieces begun) {
            whole.addAll(begun.whole);
            open.append(begun.open);
        }

        Pieces marks(String text) {
            open.append(text);
            return this;
        }

        Pieces text(String text) {
            var run = new TextRun();
            for (int at = 0; at < text.length(); ) {
                Optional<String> special = specialAt(text, at);
                if (special.isPresent()) {
                    end();
                    whole.add(new Piece(special.get(), false));
                    at += special.get().length();
                } else {
                    int character = text.codePointAt(at);
                    if (run.isCutBefore(character)) {
                        end();
                    }
                    open.appendCodePoint(character);
                    at += Character.charCount(character);
                }
            }
            return this;
        }

        private void end() {
            if (!open.isEmpty()) {
                whole.add(new Piece(open.toString(), true));
                open.setLength(0);
            }
        }

        List<Integer> tokens() {
            end();
            List<Integer> tokens = new ArrayList<>();
            for (int index = 0; index < whole.size(); index++) {
                Piece piece = whole.get(index);
                tokens.addAll(vocabulary.tokens(piece.text(), index == 0, piece.marked()));
            }
            return tokens;
        }
    }

    private Optional<String> specialAt(String text, int at) {
        return specials.getOrDefault(text.charAt(at), List.of()).stream()
                .filter(special -> text.startsWith(special, at))
                .findFirst();
    }
}
