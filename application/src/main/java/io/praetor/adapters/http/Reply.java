package io.praetor.adapters.http;

import io.praetor.reasoning.LanguageModelException;
import io.praetor.reasoning.LanguageModelException.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A part of a server's answer, read strictly: what is missing or of the wrong kind is garbage.
 *
 * @param place names the part in messages
 */
public record Reply(String place, JsonNode node) {
    /** Sums of single-precision exponentials come out this far above 1. */
    private static final double ROUNDING = 1e-3;

    public Reply at(String name) {
        JsonNode part = node.get(name);
        if (part == null || part.isNull()) {
            throw garbage("has no `%s`".formatted(name));
        }
        return new Reply(place + " " + name, part);
    }

    public Optional<Reply> maybe(String name) {
        JsonNode part = node.get(name);
        return part == null || part.isNull()
                ? Optional.empty()
                : Optional.of(new Reply(place + " " + name, part));
    }

    /** The one element of a list of one. */
    public Reply only() {
        List<Reply> elements = elements();
        if (elements.size() != 1) {
            throw garbage("has %d elements instead of one".formatted(elements.size()));
        }
        return elements.getFirst();
    }

    public List<Reply> elements() {
        if (!node.isArray()) {
            throw garbage("is no list");
        }
        List<Reply> elements = new ArrayList<>();
        for (JsonNode element : node) {
            elements.add(new Reply("%s[%d]".formatted(place, elements.size()), element));
        }
        return elements;
    }

    public String text() {
        if (!node.isString()) {
            throw garbage("is no text");
        }
        return node.stringValue();
    }

    /** A count or an id, 0 or more. */
    public int whole() {
        if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < 0) {
            throw garbage("is no count");
        }
        return node.intValue();
    }

    public boolean truth() {
        if (!node.isBoolean()) {
            throw garbage("is neither true nor false");
        }
        return node.booleanValue();
    }

    /** A natural logarithm of a probability: finite, not above 0 but for rounding. */
    public double logProbability() {
        double number = node.isNumber() ? node.doubleValue() : Double.NaN;
        if (!Double.isFinite(number) || number > ROUNDING) {
            throw garbage("is no log-probability");
        }
        return Math.min(0, number);
    }

    public LanguageModelException garbage(String what) {
        return new LanguageModelException(Failure.GARBAGE, "%s %s".formatted(place, what));
    }
}
