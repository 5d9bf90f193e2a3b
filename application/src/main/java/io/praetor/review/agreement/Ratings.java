package io.praetor.review.agreement;

import java.util.ArrayList;
import java.util.List;

/**
 * What raters said of units: ranks from 0 in an ordered set of categories.
 *
 * @param units per unit one rank a rater who rated it; raters' order does not matter
 * @param categories how many there are
 */
public record Ratings(List<List<Integer>> units, int categories) {
    public Ratings {
        units = units.stream().map(List::copyOf).toList();
        for (List<Integer> unit : units) {
            for (int rank : unit) {
                if (rank < 0 || rank >= categories) {
                    throw new IllegalArgumentException("no category " + rank);
                }
            }
        }
    }

    /** The units that at least two raters rated; others say nothing about agreement. */
    public Ratings paired() {
        return new Ratings(units.stream().filter(unit -> unit.size() > 1).toList(), categories);
    }

    Ratings drawn(int[] places) {
        List<List<Integer>> drawn = new ArrayList<>(places.length);
        for (int place : places) {
            drawn.add(units.get(place));
        }
        return new Ratings(drawn, categories);
    }
}
