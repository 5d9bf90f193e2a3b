package io.praetor.learning.dataset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Lessons that share a name, directly or over others, belong together. */
final class RelatedLessons {
    private RelatedLessons() {}

    /** Each group in the order of the lessons. */
    static List<List<Lesson>> groups(List<Lesson> lessons) {
        int[] parents = new int[lessons.size()];
        Map<String, Integer> firstWith = new HashMap<>();
        for (int index = 0; index < parents.length; index++) {
            parents[index] = index;
            for (String name : lessons.get(index).related()) {
                int first = root(parents, firstWith.getOrDefault(name, index));
                parents[root(parents, index)] = first;
                firstWith.putIfAbsent(name, index);
            }
        }
        Map<Integer, List<Lesson>> groups = new TreeMap<>();
        for (int index = 0; index < parents.length; index++) {
            groups.computeIfAbsent(root(parents, index), _ -> new ArrayList<>())
                    .add(lessons.get(index));
        }
        return new ArrayList<>(groups.values());
    }

    private static int root(int[] parents, int of) {
        int root = of;
        while (parents[root] != root) {
            root = parents[root];
        }
        return root;
    }
}
