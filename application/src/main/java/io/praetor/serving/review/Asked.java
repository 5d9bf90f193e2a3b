package io.praetor.serving.review;

import io.praetor.serving.http.ErrorStyle;
import io.praetor.serving.http.HttpStatus;
import io.praetor.serving.http.Problem;
import io.praetor.serving.http.Reply;
import io.praetor.serving.http.Request;
import io.praetor.situation.Attributes;
import io.praetor.situation.Labels;
import io.praetor.situation.Refusal;
import io.praetor.situation.dialect.DoorLimits;
import io.praetor.situation.dialect.JsonReading;
import io.praetor.situation.dialect.StrictJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The members of a request's body, or the parameters of its query, read one by one; what is wrong
 * with them is collected. Not thread-safe.
 */
public final class Asked {
    private final Attributes members;
    private final List<Refusal> refusals = new ArrayList<>();

    private Asked(Attributes members) {
        this.members = members;
    }

    /**
     * @param names every member there may be; another one is refused, for a misspelt one would be
     *     lost in silence
     */
    static Asked body(Request request, Set<String> names) {
        return switch (StrictJson.read(request.body(), DoorLimits.REQUEST)) {
            case JsonReading.Parsed parsed -> known(parsed.object(), names);
            case JsonReading.Malformed malformed -> {
                Asked asked = new Asked(Attributes.NONE);
                asked.refusals.addAll(malformed.refusals());
                yield asked;
            }
        };
    }

    /** What a form or another source gave; blank texts are what was left empty. */
    public static Asked of(Map<String, @Nullable Object> members, Set<String> names) {
        Map<String, @Nullable Object> given = new LinkedHashMap<>(members);
        given.values().removeIf(value -> value instanceof String text && text.isBlank());
        return known(new Attributes(given), names);
    }

    public static Asked query(Request request, Set<String> names) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>(request.target().query());
        return known(new Attributes(members), names);
    }

    private static Asked known(Attributes members, Set<String> names) {
        Asked asked = new Asked(members);
        for (String name : members.values().keySet()) {
            if (!names.contains(name)) {
                asked.refuse(name, "is not known here");
            }
        }
        return asked;
    }

    public void refuse(String name, String why) {
        refusals.add(new Refusal(name, why));
    }

    public Optional<String> text(String name, int lengthMax) {
        Object value = members.values().get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof String text) || text.isBlank() || text.length() > lengthMax) {
            refuse(name, "is not a text of 1 to %d characters".formatted(lengthMax));
            return Optional.empty();
        }
        return Optional.of(text);
    }

    public <E extends Enum<E>> Optional<E> label(String name, Class<E> type) {
        Optional<String> text = text(name, LABEL_MAX);
        Optional<E> label = text.flatMap(said -> Labels.read(type, said));
        if (text.isPresent() && label.isEmpty()) {
            refuse(name, "is none of " + labels(type));
        }
        return label;
    }

    /** Longer than any label. */
    private static final int LABEL_MAX = 100;

    private static <E extends Enum<E>> String labels(Class<E> type) {
        List<String> labels = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            labels.add("`" + Labels.of(constant) + "`");
        }
        return String.join(", ", labels);
    }

    Optional<Boolean> flag(String name) {
        Object value = members.values().get(name);
        if (value == null || value instanceof Boolean) {
            return Optional.ofNullable((Boolean) value);
        }
        refuse(name, "is not true or false");
        return Optional.empty();
    }

    public OptionalInt count(String name, int low, int high) {
        OptionalLong number = number(name, low, high);
        return number.isPresent() ? OptionalInt.of((int) number.getAsLong()) : OptionalInt.empty();
    }

    /** A whole number, in a query written in digits. */
    public OptionalLong number(String name, long low, long high) {
        Object value = members.values().get(name);
        if (value == null) {
            return OptionalLong.empty();
        }
        double number =
                switch (value) {
                    case Double given -> given;
                    case String text when text.matches("\\d{1,15}") -> Long.parseLong(text);
                    default -> -1;
                };
        if (number < low || number > high || number != Math.rint(number)) {
            refuse(name, "is not a whole number from %d to %d".formatted(low, high));
            return OptionalLong.empty();
        }
        return OptionalLong.of((long) number);
    }

    /** A list of texts, none of them blank or with white space inside. */
    Optional<List<String>> words(String name, int countMax, int lengthMax) {
        Object value = members.values().get(name);
        if (value == null) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>();
        boolean isList = value instanceof List<?> list && list.size() <= countMax;
        if (isList) {
            for (Object each : (List<?>) value) {
                if (each instanceof String word
                        && word.matches("\\S+")
                        && word.length() <= lengthMax) {
                    words.add(word);
                } else {
                    isList = false;
                }
            }
        }
        if (!isList) {
            refuse(name, "is not a list of at most %d ids".formatted(countMax));
        }
        return isList ? Optional.of(words) : Optional.empty();
    }

    public boolean isSound() {
        return refusals.isEmpty();
    }

    /** What was wrong, in the order in which it was found. */
    public List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    /** What to answer where something was wrong. */
    Reply refused() {
        return ErrorStyle.PROBLEM.reply(
                new Problem(
                        HttpStatus.BAD_REQUEST,
                        "the request is refused; nothing was changed",
                        refusals,
                        Optional.empty()));
    }
}
