package io.praetor.policy.reading;

import io.praetor.policy.ClauseEvidence;
import io.praetor.policy.Cue;
import io.praetor.policy.document.Fields;
import io.praetor.policy.document.Node.Scalar;
import io.praetor.policy.document.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads cues: {@code {list}}, words with {@code |} between alternatives, {@code ..} for up to six
 * words in between and {@code ..3} for up to three.
 */
final class CueBinder {
    /** What {@code ..} stands for: about as far as a verb stands from its object. */
    private static final int GAP = 6;

    /** Two steps further apart than this have nothing to do with each other. */
    private static final int GAP_MAX = 30;

    /** A cue with more steps than this matches nothing but the sentence it was made from. */
    private static final int STEPS_MAX = 6;

    private static final Pattern GAP_FORM = Pattern.compile("\\.\\.(\\d{0,2})");
    private static final Pattern LIST_FORM = Pattern.compile("\\{([^{}]*)\\}");

    private final Map<String, List<List<String>>> words;
    private final Problems problems;

    CueBinder(Map<String, List<List<String>>> words, Problems problems) {
        this.words = words;
        this.problems = problems;
    }

    /** The cues under {@code key}. */
    List<Cue> bind(Fields cues, String key) {
        return cues.texts(key).stream().flatMap(text -> cue(text).stream()).toList();
    }

    /** Reports a clause with more cues than a person keeps in view. */
    void count(int cues, Fields at) {
        if (cues > ClauseEvidence.CUES_MAX) {
            problems.error(
                    at.position(),
                    "a clause has at most %d cues, not %d; gather words in `words`"
                            .formatted(ClauseEvidence.CUES_MAX, cues));
        }
    }

    private Optional<Cue> cue(Scalar text) {
        List<Cue.Step> steps = new ArrayList<>();
        int gap = 0;
        boolean isSound = true;
        for (String part : text.text().strip().split("\\s+")) {
            Matcher space = GAP_FORM.matcher(part);
            if (space.matches()) {
                gap = gap(space.group(1));
                isSound &= !steps.isEmpty() && gap <= GAP_MAX;
            } else {
                List<List<String>> phrases = phrases(part, text);
                isSound &= !phrases.isEmpty();
                steps.add(new Cue.Step(phrases, gap));
                gap = 0;
            }
        }
        if (gap > 0 || steps.size() > STEPS_MAX || !isSound) {
            problems.error(
                    text.position(),
                    ("cue %s is no row of 1 to %d steps: words, `a|b`, `{list}`, and between two"
                                    + " of them `..` or `..N` with N up to %d")
                            .formatted(Problems.quoted(text.text()), STEPS_MAX, GAP_MAX));
            return Optional.empty();
        }
        return Optional.of(new Cue(text.text(), steps, text.position()));
    }

    private static int gap(String number) {
        return number.isEmpty() ? GAP : Integer.parseInt(number);
    }

    private List<List<String>> phrases(String part, Scalar text) {
        List<List<String>> phrases = new ArrayList<>();
        for (String alternative : part.split("\\|", -1)) {
            Matcher list = LIST_FORM.matcher(alternative);
            if (list.matches()) {
                phrases.addAll(named(list.group(1), text));
            } else {
                WordBinder.phrase(alternative, text, problems).ifPresent(phrases::add);
            }
        }
        return phrases;
    }

    private List<List<String>> named(String name, Scalar text) {
        List<List<String>> list = words.get(name);
        if (list == null) {
            problems.unknown(text.position(), "word list", name, words.keySet());
            return List.of();
        }
        return list;
    }
}
