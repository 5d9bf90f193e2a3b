package io.praetor.simulation.governance;

import io.praetor.rollout.evidence.Episode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Episodes whose outcomes have not matured, at most as many as a run has. Not thread-safe. */
final class Pending {
    private final PriorityQueue<Flight> flights =
            new PriorityQueue<>(
                    Comparator.comparingInt((Flight flight) -> flight.drawn().due())
                            .thenComparingInt(flight -> flight.drawn().number()));

    /** An episode that was decided. */
    record Flight(Drawn drawn, Episode episode) {}

    void add(Drawn drawn, Episode episode) {
        flights.add(new Flight(drawn, episode));
    }

    /** Removes and gives what matures before the given episode, in order. */
    List<Flight> dueBefore(int episode) {
        List<Flight> due = new ArrayList<>();
        Flight next = flights.peek();
        while (next != null && next.drawn().due() <= episode) {
            due.add(flights.remove());
            next = flights.peek();
        }
        return due;
    }
}
