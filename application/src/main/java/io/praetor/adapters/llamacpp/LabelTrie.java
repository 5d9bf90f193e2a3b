package io.praetor.adapters.llamacpp;

import io.praetor.reasoning.LabelScores;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Labels as tokens, with the beginnings that they share told once. */
final class LabelTrie {
    private final Node root = new Node(-1, 0);
    private final List<String> labels;
    private int branches;

    /**
     * @param labels in order, each with its tokens; no two alike
     */
    LabelTrie(Map<String, List<Integer>> labels) {
        this.labels = List.copyOf(labels.keySet());
        labels.forEach(
                (label, tokens) -> {
                    Node node = root;
                    for (int token : tokens) {
                        int depth = node.depth + 1;
                        node =
                                node.children.computeIfAbsent(
                                        token, unseen -> new Node(unseen, depth));
                    }
                    if (node == root || node.label.isPresent()) {
                        throw new IllegalArgumentException(
                                "label `%s` is empty or spelt like another".formatted(label));
                    }
                    node.label = Optional.of(label);
                });
        root.children.values().forEach(this::number);
    }

    /** Gives each path of nodes that have children a branch of its own, from 1. */
    private void number(Node node) {
        if (node.children.isEmpty()) {
            return;
        }
        node.children.values().forEach(this::number);
        node.children.values().forEach(child -> node.sequences.addAll(child.sequences));
        if (node.sequences.isEmpty()) {
            branches++;
            node.sequences.add(branches);
        }
    }

    int branches() {
        return branches;
    }

    Node root() {
        return root;
    }

    /** The nodes after which a label may go on, beginnings first, without the root. */
    List<Node> inner() {
        List<Node> inner = new ArrayList<>();
        root.children.values().forEach(child -> collect(child, inner));
        return inner;
    }

    private static void collect(Node node, List<Node> inner) {
        if (!node.children.isEmpty()) {
            inner.add(node);
            node.children.values().forEach(child -> collect(child, inner));
        }
    }

    /**
     * How likely each label is, read whole: one that begins another does not get the other's share.
     *
     * @param after what follows each node that has children
     */
    LabelScores scores(Map<Node, Logits> after) {
        Map<String, Double> found = new LinkedHashMap<>();
        labels.forEach(label -> found.put(label, Double.NEGATIVE_INFINITY));
        share(root, 0, after, found);
        return new LabelScores(found);
    }

    /** The probability that any label at or below a node is written. */
    private static double share(
            Node node, double logPath, Map<Node, Logits> after, Map<String, Double> found) {
        double below = 0;
        if (!node.children.isEmpty()) {
            Logits logits = Objects.requireNonNull(after.get(node));
            double logTotal = logits.logTotal();
            for (Node child : node.children.values()) {
                double logStep = Math.min(0, logits.of(child.token) - logTotal);
                below += share(child, logPath + logStep, after, found);
            }
        }
        if (node.label.isEmpty()) {
            return below;
        }
        double path = Math.exp(logPath);
        boolean ends = node.children.isEmpty();
        found.put(node.label.get(), ends ? logPath : Math.log(Math.max(0, path - below)));
        return path;
    }

    /** A token of one or more labels, with all that comes before it. */
    static final class Node {
        private final int token;
        private final int depth;
        private final Map<Integer, Node> children = new LinkedHashMap<>();
        private final List<Integer> sequences = new ArrayList<>();
        private Optional<String> label = Optional.empty();

        private Node(int token, int depth) {
            this.token = token;
            this.depth = depth;
        }

        int token() {
            return token;
        }

        /** 1 for the first token of a label. */
        int depth() {
            return depth;
        }

        /** The branches that go through it. */
        List<Integer> sequences() {
            return sequences;
        }
    }
}
