package io.praetor.reasoning.precedent;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Finds what takes hold of the words of a sentence, by the words that English has for it. None of
 * these words is about any policy.
 */
final class Scopes {
    /** A negation reaches about this many words, unless a new clause begins before. */
    private static final int NEGATION_WORDS = 4;

    private static final Set<String> NEGATORS =
            Set.of(
                    "not", "no", "never", "without", "neither", "nor", "none", "nobody", "nothing",
                    "nowhere", "hardly", "barely", "rather", "instead");

    private static final Set<String> BREAKS = Set.of(",", ";", ":", ".", "!", "?", "(", ")");

    private static final Set<String> TURNS =
            Set.of("but", "yet", "although", "though", "however", "except", "while", "whereas");

    private static final Set<String> SUPPOSING =
            Set.of(
                    "if",
                    "should",
                    "would",
                    "could",
                    "might",
                    "may",
                    "suppose",
                    "supposing",
                    "imagine",
                    "whenever",
                    "unless",
                    "case",
                    "hypothetically",
                    "someday");

    private static final Set<String> PAST =
            Set.of(
                    "ago",
                    "formerly",
                    "former",
                    "earlier",
                    "resolved",
                    "settled",
                    "cleared",
                    "closed",
                    "previously",
                    "once",
                    "originally",
                    "historically",
                    "recovered");

    /** Followed by a span of time they speak of what is over: {@code last winter}. */
    private static final Set<String> LAST = Set.of("last", "past", "since", "until", "in", "back");

    private static final Set<String> SPANS =
            Set.of(
                    "week",
                    "month",
                    "year",
                    "quarter",
                    "spring",
                    "summer",
                    "autumn",
                    "winter",
                    "january",
                    "february",
                    "march",
                    "april",
                    "june",
                    "july",
                    "august",
                    "september",
                    "october",
                    "november",
                    "december",
                    "then",
                    "easter",
                    "christmas",
                    "2019",
                    "2020",
                    "2021",
                    "2022",
                    "2023",
                    "2024",
                    "2025");

    private static final Set<String> DEPICTING =
            Set.of(
                    "explains",
                    "describes",
                    "says",
                    "shows",
                    "lists",
                    "mentions",
                    "warns",
                    "tells",
                    "teaches",
                    "documents",
                    "recounts",
                    "lets",
                    "draws",
                    "marks",
                    "flags",
                    "sorts",
                    "displays",
                    "renders",
                    "page",
                    "chapter",
                    "paragraph",
                    "lesson",
                    "article",
                    "handbook",
                    "test",
                    "tests",
                    "fixture",
                    "example",
                    "demo",
                    "game",
                    "chess",
                    "rehearsal",
                    "drill",
                    "exercise",
                    "screen",
                    "icon",
                    "banner",
                    "button",
                    "badge",
                    "chart",
                    "slide",
                    "slides",
                    "form",
                    "dialog",
                    "template",
                    "story",
                    "quiz",
                    "poster",
                    "label",
                    "text",
                    "wording",
                    "copy",
                    "visitor",
                    "visitors",
                    "buyer",
                    "buyers",
                    "customer",
                    "customers",
                    "users",
                    "player",
                    "players",
                    "pupils",
                    "patients",
                    "guests",
                    "subscribers");

    private static final Set<String> OTHERS =
            Set.of(
                    "vendor",
                    "vendor's",
                    "supplier",
                    "supplier's",
                    "neighbours",
                    "competitor",
                    "competitors",
                    "somebody",
                    "someone",
                    "elsewhere",
                    "another",
                    "others",
                    "theirs",
                    "partner",
                    "contractor",
                    "stranger");

    private Scopes() {}

    static List<Token> marked(List<Token> tokens) {
        Set<Scope> whole = ofTheWhole(tokens);
        List<Token> marked = new ArrayList<>(tokens.size());
        int negated = 0;
        boolean isQuoted = false;
        for (Token token : tokens) {
            isQuoted ^= token.text().equals("\"");
            if (BREAKS.contains(token.text()) || TURNS.contains(token.text())) {
                negated = 0;
            }
            Set<Scope> scopes = EnumSet.noneOf(Scope.class);
            scopes.addAll(whole);
            if (negated > 0) {
                scopes.add(Scope.NEGATED);
            }
            if (isQuoted) {
                scopes.add(Scope.QUOTED);
            }
            marked.add(new Token(token.text(), token.stem(), Set.copyOf(scopes)));
            negated = NEGATORS.contains(token.text()) ? NEGATION_WORDS : Math.max(0, negated - 1);
        }
        return marked;
    }

    private static Set<Scope> ofTheWhole(List<Token> tokens) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (int i = 0; i < tokens.size(); i++) {
            String word = tokens.get(i).text();
            String next = i + 1 < tokens.size() ? tokens.get(i + 1).text() : "";
            if (SUPPOSING.contains(word)) {
                scopes.add(Scope.SUPPOSED);
            }
            if (PAST.contains(word) || (LAST.contains(word) && SPANS.contains(next))) {
                scopes.add(Scope.SETTLED);
            }
            if (DEPICTING.contains(word)) {
                scopes.add(Scope.DEPICTED);
            }
            if (OTHERS.contains(word)) {
                scopes.add(Scope.ELSEWHERE);
            }
        }
        return scopes;
    }
}
