package io.praetor.trainer.text;

import io.praetor.trainer.text.Vocabulary.Control;
import io.praetor.trainer.text.Vocabulary.Merge;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Byte-level BPE: splits, then merges neighbours, the pair learnt first before any other. */
public final class Tokenizer {
    private final Vocabulary vocabulary;
    private final Map<String, Integer> ids;
    private final Map<Merge, Integer> ranks = new HashMap<>();
    private final Map<String, List<Integer>> known = new HashMap<>();

    public Tokenizer(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        ids = vocabulary.idsOfTexts();
        for (int rank = 0; rank < vocabulary.merges().size(); rank++) {
            ranks.put(vocabulary.merges().get(rank), rank);
        }
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** Plain text: what looks like a control token is text too. */
    public List<Integer> encode(String text) {
        List<Integer> all = new ArrayList<>();
        for (String piece : PreSplit.of(text)) {
            all.addAll(known.computeIfAbsent(piece, this::encodePiece));
        }
        return all;
    }

    /** A system's and a user's turn, up to where the assistant answers. */
    public List<Integer> encodeChat(String system, String user) {
        List<Integer> all = new ArrayList<>();
        all.add(vocabulary.id(Control.SYSTEM));
        all.addAll(encode(system));
        all.add(vocabulary.id(Control.END));
        all.add(vocabulary.id(Control.USER));
        all.addAll(encode(user));
        all.add(vocabulary.id(Control.END));
        all.add(vocabulary.id(Control.ASSISTANT));
        return all;
    }

    private List<Integer> encodePiece(String piece) {
        List<String> parts = new ArrayList<>();
        ByteAlphabet.of(piece).chars().forEach(each -> parts.add(Character.toString(each)));
        for (int at = first(parts); at >= 0; at = first(parts)) {
            parts.set(at, parts.get(at) + parts.remove(at + 1));
        }
        return parts.stream().map(ids::get).toList();
    }

    /** Where the pair stands that was learnt first; -1 where no pair was learnt. */
    private int first(List<String> parts) {
        int best = Integer.MAX_VALUE;
        int found = -1;
        for (int at = 0; at + 1 < parts.size(); at++) {
            int rank =
                    ranks.getOrDefault(
                            new Merge(parts.get(at), parts.get(at + 1)), Integer.MAX_VALUE);
            if (rank < best) {
                best = rank;
                found = at;
            }
        }
        return found;
    }
}
