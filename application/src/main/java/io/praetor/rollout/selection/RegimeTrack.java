package io.praetor.rollout.selection;

import java.util.ArrayList;
import java.util.List;

/**
 * The last three readings of one participant, and the regime they put into effect: the most
 * cautious of them. So caution begins with one reading and ends with the third that allows it, and
 * a value that wavers around a limit does not make versions flicker.
 *
 * @param readings oldest first; at most three
 */
public record RegimeTrack(List<Regime> readings) {
    /** Three, as the design asks; a longer memory would hold a person back for long. */
    static final int READINGS = 3;

    public static final RegimeTrack START = new RegimeTrack(List.of());

    public RegimeTrack {
        readings = List.copyOf(readings);
    }

    public RegimeTrack next(Regime reading) {
        List<Regime> longer = new ArrayList<>(readings);
        longer.add(reading);
        return new RegimeTrack(
                longer.subList(Math.max(0, longer.size() - READINGS), longer.size()));
    }

    /** Readings not yet taken count as DEFAULT: nothing experimental begins with the first. */
    public Regime inEffect() {
        Regime unread = readings.size() < READINGS ? Regime.DEFAULT : Regime.EXPERIMENTAL;
        return readings.stream().reduce(unread, Regime::moreCautious);
    }
}
