package io.praetor.trainer.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a tokenizer knows: the 256 bytes, then one token a merge in the order learnt, then the
 * control tokens of Phi's chat format.
 *
 * @param merges pairs of tokens in the byte alphabet, the first learnt first
 */
public record Vocabulary(List<Merge> merges) {
    /** Control tokens, in the order of their ids. */
    public enum Control {
        END_OF_TEXT("<|endoftext|>"),
        SYSTEM("<|system|>"),
        USER("<|user|>"),
        ASSISTANT("<|assistant|>"),
        END("<|end|>");

        private final String text;

        Control(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    /** Two tokens that become one. */
    public record Merge(String left, String right) {
        String whole() {
            return left + right;
        }
    }

    public Vocabulary {
        merges = List.copyOf(merges);
    }

    public int size() {
        return ByteAlphabet.SIZE + merges.size() + Control.values().length;
    }

    public int id(Control control) {
        return ByteAlphabet.SIZE + merges.size() + List.of(Control.values()).indexOf(control);
    }

    /** Every token as GGUF writes it, by id. */
    public List<String> tokens() {
        List<String> tokens = new ArrayList<>(size());
        for (int value = 0; value < ByteAlphabet.SIZE; value++) {
            tokens.add(ByteAlphabet.of(value));
        }
        merges.forEach(merge -> tokens.add(merge.whole()));
        for (Control control : Control.values()) {
            tokens.add(control.text());
        }
        return tokens;
    }

    Map<String, Integer> idsOfTexts() {
        List<String> tokens = tokens();
        Map<String, Integer> ids = new HashMap<>();
        for (int id = 0; id < ByteAlphabet.SIZE + merges.size(); id++) {
            ids.put(tokens.get(id), id);
        }
        return ids;
    }
}
