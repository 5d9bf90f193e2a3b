package io.praetor.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Choices that one seed determines. */
public final class Chance {
    private final SplittableRandom random;

    public Chance(long seed) {
        random = new SplittableRandom(seed);
    }

    public boolean in(int cases) {
        return random.nextInt(cases) == 0;
    }

    public int below(int bound) {
        return random.nextInt(bound);
    }

    @SafeVarargs
    public final <T> T oneOf(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    public <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Zero to {@code max} of what {@code source} gives. */
    public <T> List<T> some(int max, Supplier<T> source) {
        List<T> list = new ArrayList<>();
        for (int i = random.nextInt(max + 1); i > 0; i--) {
            list.add(source.get());
        }
        return list;
    }

    /** Absent once in three. */
    public <T> Optional<T> maybe(Supplier<T> source) {
        return in(3) ? Optional.empty() : Optional.of(source.get());
    }

    public OptionalDouble maybeNumber(Supplier<Double> source) {
        return in(3) ? OptionalDouble.empty() : OptionalDouble.of(source.get());
    }

    /** In [0, 1], often a round figure, so that thresholds are met exactly. */
    public double unit() {
        return in(4) ? random.nextDouble() : random.nextInt(21) / 20d;
    }
}
