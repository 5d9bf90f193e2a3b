package io.praetor.adapters.http;

import io.praetor.reasoning.LabelScores;
import io.praetor.reasoning.LanguageModelException;
import io.praetor.reasoning.LanguageModelException.Failure;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Reads whole labels from a server that tells only the likeliest next tokens, as texts: a label's
 * probability is the sum over the ways the model may spell it.
 *
 * <p>A label that is not among the likeliest gets what is left for any token outside them, which is
 * more than it deserves, and less than any that is among them.
 */
public final class LabelWalk {
    /** Beginnings that less than one answer in a million takes are not followed. */
    private static final double NEGLIGIBLE = Math.log(1e-6);

    private static final int QUESTIONS_MAX = 24;

    private final List<String> labels;
    private final Map<String, Double> found = new LinkedHashMap<>();

    /** What a label has at most where it was never seen whole. */
    private final Map<String, Double> bounds = new LinkedHashMap<>();

    /** Beginnings that were reached and not yet asked about, shorter ones first. */
    private final TreeMap<String, Double> open =
            new TreeMap<>(
                    Comparator.comparingInt(String::length)
                            .thenComparing(Comparator.naturalOrder()));

    private LabelWalk(List<String> labels) {
        this.labels = labels;
    }

    /**
     * @param likeliest the log-probabilities of the likeliest tokens after the prompt and the given
     *     beginning of a label
     */
    public static LabelScores scores(
            List<String> labels, Function<String, Map<String, Double>> likeliest) {
        LabelWalk walk = new LabelWalk(labels);
        walk.open.put("", 0.0);
        for (int asked = 0; !walk.open.isEmpty(); asked++) {
            if (asked == QUESTIONS_MAX) {
                throw new LanguageModelException(
                        Failure.GARBAGE,
                        "the model spells the labels in more than %d ways".formatted(asked));
            }
            Map.Entry<String, Double> next = walk.open.pollFirstEntry();
            walk.take(next.getKey(), next.getValue(), likeliest.apply(next.getKey()));
            if (asked == 0 && walk.found.isEmpty() && walk.open.isEmpty()) {
                throw new LanguageModelException(
                        Failure.GARBAGE, "no label is among the likeliest answers");
            }
        }
        return walk.scores();
    }

    private void take(String path, double logPath, Map<String, Double> likeliest) {
        for (Map.Entry<String, Double> token : likeliest.entrySet()) {
            double reached = logPath + token.getValue();
            String text = path + token.getKey();
            for (String label : labels) {
                if (ends(text, label)) {
                    found.merge(label, reached, LabelWalk::sum);
                }
            }
            boolean begins =
                    text.length() > path.length()
                            && labels.stream()
                                    .anyMatch(
                                            label -> label.startsWith(text) && !label.equals(text));
            if (begins && reached > NEGLIGIBLE) {
                open.merge(text, reached, LabelWalk::sum);
            }
        }
        double rest = logPath + outside(likeliest);
        for (String label : labels) {
            if (label.startsWith(path)) {
                bounds.merge(label, rest, Math::min);
            }
        }
    }

    /** Whether the text is the label, with nothing behind it that makes it another word. */
    private static boolean ends(String text, String label) {
        if (!text.startsWith(label)) {
            return false;
        }
        if (text.length() == label.length()) {
            return true;
        }
        char next = text.charAt(label.length());
        return !Character.isLetterOrDigit(next) && next != '_';
    }

    /** The most that a token outside the likeliest can have. */
    private static double outside(Map<String, Double> likeliest) {
        OptionalDouble least = likeliest.values().stream().mapToDouble(it -> it).min();
        double told = likeliest.values().stream().mapToDouble(Math::exp).sum();
        double left = Math.log(Math.max(Double.MIN_NORMAL, 1 - told));
        return Math.min(left, least.orElse(0));
    }

    private static double sum(double a, double b) {
        double larger = Math.max(a, b);
        return Math.min(0, larger + Math.log1p(Math.exp(Math.min(a, b) - larger)));
    }

    private LabelScores scores() {
        Map<String, Double> scores = new LinkedHashMap<>();
        for (String label : labels) {
            Double score = found.get(label);
            scores.put(label, score == null ? bounds.getOrDefault(label, NEGLIGIBLE) : score);
        }
        return new LabelScores(scores);
    }
}
