package io.praetor.adapters.llamacpp;

import io.praetor.reasoning.Completion;
import io.praetor.reasoning.Decoding;
import io.praetor.reasoning.LabelScores;
import io.praetor.reasoning.LanguageModel;
import io.praetor.reasoning.LanguageModelException;
import io.praetor.reasoning.LanguageModelException.Failure;
import io.praetor.reasoning.ModelCard;
import io.praetor.reasoning.Prompt;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * A GGUF model in this process, by llama.cpp's library. Thread-safe: one caller is served at a
 * time, the others wait within a bound. Native memory is freed when it is closed.
 */
public final class LlamaModel implements LanguageModel, AutoCloseable {
    private final LlamaParts parts;
    private final LongSupplier nanos;
    private final Turns turns;

    /** Held for reading by whoever uses native memory, for writing by whoever frees it. */
    private final ReadWriteLock inUse = new ReentrantReadWriteLock();

    private volatile ModelCard card;
    private boolean closed;

    private LlamaModel(LlamaParts parts, int waitingMax, LongSupplier nanos, ModelCard card) {
        this.parts = parts;
        this.nanos = nanos;
        this.card = card;
        turns = new Turns(waitingMax);
    }

    /**
     * Loads library, model and adapters, and verifies their digests.
     *
     * @param nanos a clock that only counts, for deadlines; it is read inside native calls, so it
     *     must not throw
     */
    public static LlamaModel open(LlamaSettings settings, LongSupplier nanos) {
        LlamaLibrary library = LlamaLibrary.open(settings.library());
        String sha256 = FileDigest.verified(settings.model(), settings.sha256());
        LlamaParts parts = LlamaParts.open(library, settings);
        try {
            ModelCard card = parts.card(settings.model(), sha256, settings.adapters());
            return new LlamaModel(parts, settings.waitingMax(), nanos, card);
        } catch (LanguageModelException failure) {
            parts.close();
            throw failure;
        }
    }

    @Override
    public ModelCard card() {
        return card;
    }

    @Override
    public int tokens(Prompt prompt) {
        return whileOpen(() -> parts.reading().read(prompt).all().size());
    }

    @Override
    public LabelScores score(Prompt prompt, List<String> labels, Duration timeMax) {
        if (labels.size() < 2 || labels.size() > NativeContext.BRANCHES_MAX) {
            throw new IllegalArgumentException("%d labels".formatted(labels.size()));
        }
        Deadline deadline = Deadline.after(timeMax, nanos);
        return whileOpen(
                () -> {
                    var trie = new LabelTrie(tokensOf(labels));
                    PromptTokens read = fitting(prompt, trie.inner().size());
                    return inTurn(
                            deadline,
                            () -> {
                                parts.prefix().evaluate(read, deadline);
                                return new LabelScoring(parts.context())
                                        .score(trie, read.all().size(), deadline);
                            });
                });
    }

    private Map<String, List<Integer>> tokensOf(List<String> labels) {
        Map<String, List<Integer>> found = new LinkedHashMap<>();
        for (String label : labels) {
            if (!TextRun.isSafe(label)) {
                throw new IllegalArgumentException("label `%s` is too long".formatted(label));
            }
            List<Integer> tokens = parts.model().vocabulary().tokens(label, false, false);
            if (!spelt(tokens).equals(label)) {
                throw new LanguageModelException(
                        Failure.MISMATCH,
                        "the model's vocabulary cannot write the label `%s`".formatted(label));
            }
            if (found.put(label, tokens) != null) {
                throw new IllegalArgumentException("label `%s` comes twice".formatted(label));
            }
        }
        return found;
    }

    private String spelt(List<Integer> tokens) {
        var bytes = new ByteArrayOutputStream();
        tokens.forEach(token -> bytes.writeBytes(parts.model().vocabulary().bytes(token)));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Override
    public Completion complete(Prompt prompt, Decoding decoding) {
        if (!(decoding.temperature() >= 0) || decoding.tokensMax() < 1) {
            throw new IllegalArgumentException("no way to decode: " + decoding);
        }
        Deadline deadline = Deadline.after(decoding.timeMax(), nanos);
        return whileOpen(
                () -> {
                    PromptTokens read = fitting(prompt, decoding.tokensMax());
                    return inTurn(deadline, () -> written(read, decoding, deadline));
                });
    }

    private Completion written(PromptTokens prompt, Decoding decoding, Deadline deadline) {
        Vocabulary vocabulary = parts.model().vocabulary();
        Optional<Grammar> grammar =
                decoding.grammar()
                        .map(text -> Grammar.of(parts.model().library(), vocabulary, text));
        try {
            int reused = parts.prefix().evaluate(prompt, deadline);
            return new AnswerWriting(parts.context(), vocabulary, grammar, decoding)
                    .write(prompt, reused, decoding.tokensMax(), deadline);
        } finally {
            grammar.ifPresent(Grammar::close);
        }
    }

    /** The tokens of a prompt that leaves room for so many more. */
    private PromptTokens fitting(Prompt prompt, int more) {
        PromptTokens read = parts.reading().read(prompt);
        int most = card.contextTokens();
        if ((long) read.all().size() + more > most) {
            throw new LanguageModelException(
                    Failure.TOO_LONG,
                    ("the prompt takes %d tokens and its answer up to %d, the context holds %d;"
                                    + " shorten the prompt or raise model.context-tokens")
                            .formatted(read.all().size(), more, most));
        }
        return read;
    }

    /**
     * Switches these LoRA adapters on and all others off, between two answers. Where one does not
     * fit the model, all stays as it was.
     */
    public void switchAdapters(List<LlamaAdapter> adapters, Duration timeMax) {
        Deadline deadline = Deadline.after(timeMax, nanos);
        whileOpen(
                () ->
                        inTurn(
                                deadline,
                                () -> {
                                    ModelCard before = card;
                                    card = parts.adapted(before, adapters);
                                    return before;
                                }));
    }

    /** How many callers wait for their turn. */
    public int waiting() {
        return turns.waiting();
    }

    boolean isClosing() {
        return parts.interrupt().isClosing();
    }

    private <T> T whileOpen(Supplier<T> use) {
        inUse.readLock().lock();
        try {
            if (closed) {
                throw new LanguageModelException(Failure.UNAVAILABLE, "the model was closed");
            }
            return use.get();
        } finally {
            inUse.readLock().unlock();
        }
    }

    private <T> T inTurn(Deadline deadline, Supplier<T> use) {
        turns.enter(deadline);
        boolean whole = false;
        try {
            T answer = use.get();
            whole = true;
            return answer;
        } finally {
            if (!whole) {
                parts.prefix().forget();
            }
            turns.leave();
        }
    }

    /** Ends what is being answered and frees the native memory. */
    @Override
    public void close() {
        parts.interrupt().close();
        inUse.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                parts.close();
            }
        } finally {
            inUse.writeLock().unlock();
        }
    }
}
