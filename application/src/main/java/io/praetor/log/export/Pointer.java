package io.praetor.log.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place in a JSON tree (RFC 6901); a step {@code *} means every member or element.
 *
 * @param steps unescaped; at least one
 */
record Pointer(List<String> steps) {
    private static final String EVERY = "*";

    Pointer {
        steps = List.copyOf(steps);
    }

    /** What is to be done with a value. */
    @FunctionalInterface
    interface Change {
        /** The value that takes its place; empty where the value goes. */
        Optional<Object> of(@Nullable Object value);
    }

    /** Reads a pointer; empty where the text is none. */
    static Optional<Pointer> of(String text) {
        if (!text.startsWith("/") || text.matches(".*~([^01].*|$)")) {
            return Optional.empty();
        }
        List<String> steps = new ArrayList<>();
        for (String step : text.substring(1).split("/", -1)) {
            steps.add(step.replace("~1", "/").replace("~0", "~"));
        }
        return Optional.of(new Pointer(steps));
    }

    /** Changes whatever it points to; gives the places, written out. */
    List<String> change(Object tree, Change change) {
        List<String> places = new ArrayList<>();
        walk(tree, 0, "", change, places);
        return places;
    }

    /** The first value it points to; empty where there is none. */
    Optional<Object> value(@Nullable Object tree) {
        @Nullable Object here = tree;
        for (String step : steps) {
            here = here instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return Optional.ofNullable(here);
    }

    private void walk(
            @Nullable Object tree, int depth, String place, Change change, List<String> places) {
        switch (tree) {
            case Map<?, ?> map -> walkMap(asMembers(map), depth, place, change, places);
            case List<?> list -> walkList(asElements(list), depth, place, change, places);
            case null, default -> {}
        }
    }

    private void walkMap(
            Map<String, @Nullable Object> map,
            int depth,
            String place,
            Change change,
            List<String> places) {
        String step = steps.get(depth);
        List<String> names = step.equals(EVERY) ? List.copyOf(map.keySet()) : List.of(step);
        for (String name : names) {
            String inner = place + "/" + name.replace("~", "~0").replace("/", "~1");
            if (depth + 1 < steps.size()) {
                walk(map.get(name), depth + 1, inner, change, places);
            } else if (map.containsKey(name)) {
                places.add(inner);
                Optional<Object> changed = change.of(map.get(name));
                changed.ifPresentOrElse(value -> map.put(name, value), () -> map.remove(name));
            }
        }
    }

    private void walkList(
            List<@Nullable Object> list,
            int depth,
            String place,
            Change change,
            List<String> places) {
        String step = steps.get(depth);
        for (int index = list.size() - 1; index >= 0; index--) {
            if (!step.equals(EVERY) && !step.equals(Integer.toString(index))) {
                continue;
            }
            String inner = place + "/" + index;
            if (depth + 1 < steps.size()) {
                walk(list.get(index), depth + 1, inner, change, places);
            } else {
                places.add(inner);
                Optional<Object> changed = change.of(list.get(index));
                if (changed.isPresent()) {
                    list.set(index, changed.get());
                } else {
                    list.remove(index);
                }
            }
        }
    }

    /** Trees here come from a JSON reader: members are named by texts. */
    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> asMembers(Map<?, ?> map) {
        return (Map<String, @Nullable Object>) map;
    }

    @SuppressWarnings("unchecked")
    private static List<@Nullable Object> asElements(List<?> list) {
        return (List<@Nullable Object>) list;
    }

    /** As it was written. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        steps.forEach(step -> text.append('/').append(step.replace("~", "~0").replace("/", "~1")));
        return text.toString();
    }
}
