package io.praetor.adapters.lucene;

import io.praetor.retrieval.Corpus;
import io.praetor.retrieval.Embedder;
import io.praetor.retrieval.PassageIndex;
import io.praetor.retrieval.ReciprocalRank;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/**
 * A Lucene index: BM25 over English words, and where there is an embedder also the nearest vectors
 * (HNSW, cosine), fused by reciprocal rank. Thread-safe; closing it releases its files.
 */
public final class LuceneIndex implements PassageIndex, AutoCloseable {
    /** How deep two rankings are read at least, so that asking for fewer changes no order. */
    private static final int DEPTH_MIN = 20;

    /**
     * Whose advice to add a module to the virtual machine helps nobody here: the launcher's
     * ahead-of-time cache does not go with it, and so few vectors gain nothing. Held, so that the
     * level is not lost.
     */
    private static final Logger VECTORIZATION =
            Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

    static {
        VECTORIZATION.setLevel(Level.SEVERE);
    }

    private final String snapshot;
    private final Optional<Embedder> embedder;
    private final Directory directory;
    private final DirectoryReader reader;
    private final Searching searching;
    private final Analyzer analyzer;

    private LuceneIndex(
            String snapshot, Optional<Embedder> embedder, Directory directory, Analyzer analyzer)
            throws IOException {
        this.snapshot = snapshot;
        this.embedder = embedder;
        this.directory = directory;
        this.analyzer = analyzer;
        reader = DirectoryReader.open(directory);
        searching = new Searching(reader, analyzer);
    }

    /** An index in memory, built now. */
    public static LuceneIndex inMemory(Corpus corpus, Optional<Embedder> embedder) {
        try {
            return built(corpus, embedder, new ByteBuffersDirectory());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The index in {@code folder}; built anew where it is of another corpus or embedder. */
    public static LuceneIndex in(Path folder, Corpus corpus, Optional<Embedder> embedder) {
        try {
            Directory directory = FSDirectory.open(folder);
            return Documents.origin(corpus, embedder).equals(originOf(directory))
                    ? new LuceneIndex(corpus.snapshot(), embedder, directory, Documents.analyzer())
                    : built(corpus, embedder, directory);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Builds the index in {@code folder} anew, whatever is there. */
    public static LuceneIndex rebuild(Path folder, Corpus corpus, Optional<Embedder> embedder) {
        try {
            return built(corpus, embedder, FSDirectory.open(folder));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static LuceneIndex built(
            Corpus corpus, Optional<Embedder> embedder, Directory directory) throws IOException {
        Analyzer analyzer = Documents.analyzer();
        Documents.write(corpus, embedder, directory, analyzer);
        return new LuceneIndex(corpus.snapshot(), embedder, directory, analyzer);
    }

    private static Map<String, String> originOf(Directory directory) throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            return reader.getIndexCommit().getUserData();
        } catch (IndexNotFoundException _) {
            return Map.of();
        }
    }

    @Override
    public String snapshot() {
        return snapshot;
    }

    @Override
    public List<Hit> search(PassageIndex.Query query) {
        if (query.max() <= 0 || reader.numDocs() == 0) {
            return List.of();
        }
        try {
            BooleanQuery filter = Filters.of(query);
            if (embedder.isEmpty()) {
                return searching.byWords(query.text(), filter, query.max());
            }
            int depth = Math.max(query.max(), DEPTH_MIN);
            List<Hit> byWords = searching.byWords(query.text(), filter, depth);
            float[] meaning = embedder.get().embed(query.text());
            List<Hit> byMeaning = searching.byMeaning(meaning, filter, depth);
            return ReciprocalRank.fuse(List.of(ids(byWords), ids(byMeaning))).stream()
                    .limit(query.max())
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<String> ids(List<Hit> hits) {
        return hits.stream().map(Hit::passage).toList();
    }

    @Override
    public void close() {
        try (directory;
                reader) {
            analyzer.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
