package io.praetor.app;

import io.praetor.adapters.lucene.LuceneIndex;
import io.praetor.app.config.Config;
import io.praetor.app.config.Config.Reasoning.Embeddings;
import io.praetor.policy.library.PolicyLibrary;
import io.praetor.retrieval.Corpus;
import io.praetor.retrieval.Embedder;
import io.praetor.retrieval.HybridRetriever;
import io.praetor.retrieval.HybridRetriever.Withheld;
import io.praetor.retrieval.PassageIndex;
import io.praetor.retrieval.Precedent;
import io.praetor.retrieval.Retriever;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What can be cited and how it is found: a corpus and its index. Thread-safe; closing it releases
 * the index.
 */
public final class Retrieval implements AutoCloseable {
    /** The folder of the index in the data folder; deleting it costs a rebuild, nothing else. */
    public static final Path INDEX_FOLDER = Path.of("index");

    private final Corpus corpus;
    private final LuceneIndex index;

    private Retrieval(Corpus corpus, LuceneIndex index) {
        this.corpus = corpus;
        this.index = index;
    }

    /**
     * The index in the data folder, built where it is not of these policies and examples.
     *
     * @param embedder as {@link #embedder} gives it
     */
    public static Retrieval open(
            Path data,
            PolicyLibrary library,
            List<Precedent> examples,
            Optional<Embedder> embedder) {
        Corpus corpus = Corpus.of(library, examples);
        return new Retrieval(corpus, LuceneIndex.in(data.resolve(INDEX_FOLDER), corpus, embedder));
    }

    /** The same, built anew whatever is there. */
    public static Retrieval rebuild(
            Path data,
            PolicyLibrary library,
            List<Precedent> examples,
            Optional<Embedder> embedder) {
        Corpus corpus = Corpus.of(library, examples);
        return new Retrieval(
                corpus, LuceneIndex.rebuild(data.resolve(INDEX_FOLDER), corpus, embedder));
    }

    /** An index in memory that leaves nothing behind. */
    public static Retrieval inMemory(
            PolicyLibrary library, List<Precedent> examples, Optional<Embedder> embedder) {
        Corpus corpus = Corpus.of(library, examples);
        return new Retrieval(corpus, LuceneIndex.inMemory(corpus, embedder));
    }

    /**
     * The embedder that the configuration asks for. Throws {@link BadInput} where this build has
     * none.
     */
    public static Optional<Embedder> embedder(Config config, Parts parts) {
        if (config.reasoning().embeddings() == Embeddings.OFF) {
            return Optional.empty();
        }
        return Optional.of(
                parts.minilm()
                        .map(Supplier::get)
                        .orElseThrow(
                                () ->
                                        new BadInput(
                                                "`embeddings` is `minilm`, which is not on this"
                                                        + " machine; next: ./praetor fetch"
                                                        + " embeddings, or set it to `off`")));
    }

    public Corpus corpus() {
        return corpus;
    }

    public PassageIndex index() {
        return index;
    }

    public Retriever retriever(Withheld withheld) {
        return new HybridRetriever(corpus, index, withheld);
    }

    @Override
    public void close() {
        index.close();
    }
}
