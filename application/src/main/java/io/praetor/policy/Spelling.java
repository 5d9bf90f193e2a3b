package io.praetor.policy;

import java.util.Collection;
import java.util.Optional;

/** Finds the known name that a misspelt one was probably meant to be. */
public final class Spelling {
    /** More edits than this in a long name, or a third of a short one, is another word. */
    private static final int EDITS_MAX = 3;

    private Spelling() {}

    /** The closest of {@code known}, first in natural order among equals; empty if none is near. */
    public static Optional<String> closest(String word, Collection<String> known) {
        int best = Math.min(EDITS_MAX, Math.max(1, word.length() / 3)) + 1;
        Optional<String> found = Optional.empty();
        for (String candidate : known.stream().sorted().toList()) {
            boolean mayBeNear = Math.abs(word.length() - candidate.length()) < best;
            int distance = mayBeNear ? distance(word, candidate) : best;
            if (distance < best) {
                best = distance;
                found = Optional.of(candidate);
            }
        }
        return found;
    }

    /** Edits between two words, a swap of neighbours counting once (optimal string alignment). */
    public static int distance(String a, String b) {
        int[][] edits = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                edits[i][j] = i == 0 ? j : j == 0 ? i : cheapest(edits, a, b, i, j);
            }
        }
        return edits[a.length()][b.length()];
    }

    private static int cheapest(int[][] edits, String a, String b, int i, int j) {
        int replaced = edits[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int cheapest = Math.min(replaced, Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
        boolean swapped =
                i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(cheapest, edits[i - 2][j - 2] + 1) : cheapest;
    }
}
