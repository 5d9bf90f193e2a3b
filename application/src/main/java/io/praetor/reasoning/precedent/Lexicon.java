package io.praetor.reasoning.precedent;

import io.praetor.policy.Clause;
import io.praetor.policy.ClauseId;
import io.praetor.policy.Cue;
import io.praetor.policy.PolicySet;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A policy's word lists and cues, ready to be found in sentences. Thread-safe. */
final class Lexicon {
    private final Phrases phrases = new Phrases();
    private final Map<String, Integer> lists = new TreeMap<>();
    private final List<Compiled> cues = new ArrayList<>();

    /** A cue with its steps as numbers of phrase groups. */
    private record Compiled(ClauseId clause, boolean bears, Cue cue, List<Integer> groups) {}

    /**
     * A cue that was found.
     *
     * @param bears whether it speaks for the clause's bearing, or settles it
     * @param scopes what takes hold of its first word
     */
    record Found(ClauseId clause, boolean bears, Set<Scope> scopes) {
        /** Says so itself, neither denied nor in somebody's mouth. */
        boolean isPlain() {
            return bears && !scopes.contains(Scope.NEGATED) && !scopes.contains(Scope.QUOTED);
        }
    }

    /**
     * What was found in one sentence.
     *
     * @param concepts word lists of which a phrase occurs; with {@code -} where it is negated
     */
    record Findings(List<String> concepts, List<Found> cues) {}

    private Lexicon() {}

    /**
     * @param withCues false for an ablation: word lists and cues are left out
     */
    static Lexicon of(PolicySet policy, boolean withCues) {
        Lexicon lexicon = new Lexicon();
        if (withCues) {
            new TreeMap<>(policy.words())
                    .forEach((name, list) -> lexicon.lists.put(name, lexicon.phrases.add(list)));
            policy.clauses().values().stream()
                    .sorted((a, b) -> a.id().compareTo(b.id()))
                    .forEach(lexicon::add);
        }
        return lexicon;
    }

    private void add(Clause clause) {
        clause.evidence().bears().forEach(cue -> add(clause.id(), true, cue));
        clause.evidence().settles().forEach(cue -> add(clause.id(), false, cue));
    }

    private void add(ClauseId clause, boolean bears, Cue cue) {
        List<Integer> groups =
                cue.steps().stream().map(step -> phrases.add(step.phrases())).toList();
        cues.add(new Compiled(clause, bears, cue, groups));
    }

    Findings in(Sentence sentence) {
        List<Token> words = sentence.tokens().stream().filter(Token::isWord).toList();
        Map<Integer, List<Phrases.Span>> spans = phrases.in(words);
        List<String> concepts = new ArrayList<>();
        lists.forEach((name, group) -> addConcept(name, spans.get(group), words, concepts));
        List<Found> found = new ArrayList<>();
        for (Compiled each : cues) {
            at(each, spans)
                    .map(first -> scopes(words.get(first)))
                    .ifPresent(scopes -> found.add(new Found(each.clause, each.bears, scopes)));
        }
        return new Findings(concepts, found);
    }

    private static void addConcept(
            String name,
            @Nullable List<Phrases.Span> spans,
            List<Token> words,
            List<String> concepts) {
        if (spans == null) {
            return;
        }
        boolean isSaid =
                spans.stream().anyMatch(span -> !words.get(span.from()).isIn(Scope.NEGATED));
        concepts.add(isSaid ? name : name + "-");
    }

    /** Where the cue starts, if its steps follow one another; the first place it does. */
    private static Optional<Integer> at(Compiled cue, Map<Integer, List<Phrases.Span>> spans) {
        for (Phrases.Span first : spans.getOrDefault(cue.groups.getFirst(), List.of())) {
            if (goesOn(cue, 1, first.to(), spans)) {
                return Optional.of(first.from());
            }
        }
        return Optional.empty();
    }

    private static boolean goesOn(
            Compiled cue, int step, int end, Map<Integer, List<Phrases.Span>> spans) {
        if (step == cue.groups.size()) {
            return true;
        }
        int gap = cue.cue.steps().get(step).gapMax();
        for (Phrases.Span next : spans.getOrDefault(cue.groups.get(step), List.of())) {
            if (next.from() >= end
                    && next.from() <= end + gap
                    && goesOn(cue, step + 1, next.to(), spans)) {
                return true;
            }
        }
        return false;
    }

    private static Set<Scope> scopes(Token first) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        scopes.addAll(first.scopes());
        return scopes;
    }

    /** Groups of phrases, found together in one pass. */
    private static final class Phrases {
        private final Map<List<List<String>>, Integer> groups = new HashMap<>();
        private final Map<String, List<Entry>> byFirst = new HashMap<>();
        private final List<Entry> byBeginning = new ArrayList<>();

        private record Entry(List<String> stems, int group) {}

        /** Words from {@code from} on, up to and without {@code to}. */
        record Span(int from, int to) {}

        int add(List<List<String>> list) {
            Integer known = groups.get(list);
            if (known != null) {
                return known;
            }
            int group = groups.size();
            groups.put(list, group);
            for (List<String> phrase : list) {
                List<String> stems = Sentences.stems(phrase);
                if (!stems.isEmpty()) {
                    add(new Entry(stems, group));
                }
            }
            return group;
        }

        private void add(Entry entry) {
            String first = entry.stems.getFirst();
            if (first.endsWith("*")) {
                byBeginning.add(entry);
            } else {
                byFirst.computeIfAbsent(first, _ -> new ArrayList<>()).add(entry);
            }
        }

        Map<Integer, List<Span>> in(List<Token> words) {
            Map<Integer, List<Span>> spans = new HashMap<>();
            for (int at = 0; at < words.size(); at++) {
                for (Entry entry : byFirst.getOrDefault(words.get(at).stem(), List.of())) {
                    match(entry, words, at, spans);
                }
                for (Entry entry : byBeginning) {
                    match(entry, words, at, spans);
                }
            }
            return spans;
        }

        private static void match(
                Entry entry, List<Token> words, int at, Map<Integer, List<Span>> spans) {
            int to = at + entry.stems.size();
            if (to > words.size()) {
                return;
            }
            for (int i = 0; i < entry.stems.size(); i++) {
                if (!isWord(entry.stems.get(i), words.get(at + i))) {
                    return;
                }
            }
            spans.computeIfAbsent(entry.group, _ -> new ArrayList<>()).add(new Span(at, to));
        }

        private static boolean isWord(String wanted, Token word) {
            return wanted.endsWith("*")
                    ? word.text().startsWith(wanted.substring(0, wanted.length() - 1))
                    : wanted.equals(word.stem());
        }
    }
}
