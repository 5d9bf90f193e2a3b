package io.praetor.patterns.mining;

import io.praetor.patterns.Shingles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts confirmations whose texts are alike together, each with the oldest text it is like. */
final class TextClusters {
    /** Texts of one template share more than half, texts on another matter hardly anything. */
    private static final double LIKENESS_MIN = .5;

    /** The share of members that the learnt threshold lets in by the words of all others. */
    private static final double FITTING = .9;

    /** A text of which more than this is new is another text, whatever the members were like. */
    private static final double UNSEEN_SHARE_MAX = .1;

    private TextClusters() {}

    /** Clusters in the order of their oldest member. */
    static List<List<Confirmation>> of(List<Confirmation> oldestFirst) {
        Map<Shingles, Shingles> leaders = new HashMap<>();
        Map<Shingles, List<Confirmation>> clusters = new LinkedHashMap<>();
        for (Confirmation row : oldestFirst) {
            Shingles text = row.profile().text();
            Shingles leader = leaders.get(text);
            if (leader == null) {
                leader = nearest(text, clusters.keySet());
                leaders.put(text, leader);
            }
            clusters.computeIfAbsent(leader, _ -> new ArrayList<>()).add(row);
        }
        return List.copyOf(clusters.values());
    }

    private static Shingles nearest(Shingles text, Iterable<Shingles> leaders) {
        Shingles nearest = text;
        double most = 0;
        for (Shingles leader : leaders) {
            double likeness = canBeNearer(text, leader, most) ? text.likeness(leader) : 0;
            if (likeness >= LIKENESS_MIN && likeness > most) {
                nearest = leader;
                most = likeness;
            }
        }
        return nearest;
    }

    /** Sets of very different sizes cannot share much. */
    private static boolean canBeNearer(Shingles text, Shingles leader, double most) {
        double smaller = Math.min(text.size(), leader.size());
        double larger = Math.max(1, Math.max(text.size(), leader.size()));
        return text.equals(leader) || smaller / larger >= Math.max(LIKENESS_MIN, most);
    }

    /** Every shingle of the members. */
    static Shingles words(List<Confirmation> members) {
        return Shingles.of(
                members.stream()
                        .map(member -> member.profile().text())
                        .distinct()
                        .flatMapToLong(text -> java.util.Arrays.stream(text.toArray()))
                        .toArray());
    }

    /** How many shingles of a member no other member has: all but the oddest have at most these. */
    static int unseenMax(List<Confirmation> members) {
        Map<Long, Integer> carriers = new HashMap<>();
        for (Confirmation member : members) {
            for (long hash : member.profile().text().toArray()) {
                carriers.merge(hash, 1, Integer::sum);
            }
        }
        int[] unseen = new int[members.size()];
        double lengths = 0;
        for (int i = 0; i < unseen.length; i++) {
            long[] text = members.get(i).profile().text().toArray();
            lengths += text.length;
            for (long hash : text) {
                unseen[i] += carriers.getOrDefault(hash, 0) == 1 ? 1 : 0;
            }
        }
        java.util.Arrays.sort(unseen);
        int fitting = unseen[(int) Math.ceil(FITTING * unseen.length) - 1];
        return (int) Math.min(fitting, UNSEEN_SHARE_MAX * lengths / unseen.length);
    }
}
