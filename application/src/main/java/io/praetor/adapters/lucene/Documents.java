package io.praetor.adapters.lucene;

import io.praetor.retrieval.Corpus;
import io.praetor.retrieval.CorpusEntry;
import io.praetor.retrieval.Embedder;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;

/** The entries of a corpus as Lucene's documents. */
final class Documents {
    static final String ID = "id";
    static final String ORDER = "order";
    static final String KIND = "kind";
    static final String POLICY = "policy";
    static final String TEAM = "team";
    static final String FAMILY = "family";
    static final String WORDS = "words";
    static final String MEANING = "meaning";

    /** Stands in a field for everybody: no policy, team or family is called so. */
    static final String EVERY = "\u0000";

    private static final String FORMAT = "1";

    private Documents() {}

    static Analyzer analyzer() {
        return new EnglishAnalyzer();
    }

    /** What an index was built from; kept with its commit. */
    static Map<String, String> origin(Corpus corpus, Optional<Embedder> embedder) {
        return Map.of(
                "format", FORMAT,
                "snapshot", corpus.snapshot(),
                "embedder", embedder.map(Embedder::name).orElse("none"));
    }

    /** Replaces whatever the directory holds, in one commit. */
    static void write(
            Corpus corpus, Optional<Embedder> embedder, Directory directory, Analyzer analyzer)
            throws IOException {
        IndexWriterConfig config =
                new IndexWriterConfig(analyzer)
                        .setOpenMode(OpenMode.CREATE)
                        .setMergeScheduler(new SerialMergeScheduler());
        try (IndexWriter writer = new IndexWriter(directory, config)) {
            for (CorpusEntry entry : corpus.entries()) {
                writer.addDocument(document(entry, embedder));
            }
            writer.forceMerge(1);
            writer.setLiveCommitData(origin(corpus, embedder).entrySet());
            writer.commit();
        }
    }

    private static Document document(CorpusEntry entry, Optional<Embedder> embedder) {
        Document document = new Document();
        String id = entry.passage().id();
        document.add(new StringField(ID, id, Store.YES));
        document.add(new SortedDocValuesField(ORDER, new BytesRef(id)));
        document.add(new StringField(KIND, entry.passage().kind().name(), Store.NO));
        document.add(new StringField(POLICY, entry.policy().orElse(EVERY), Store.NO));
        document.add(new StringField(FAMILY, entry.family().orElse(EVERY), Store.NO));
        if (entry.teams().isEmpty()) {
            document.add(new StringField(TEAM, EVERY, Store.NO));
        }
        entry.teams().forEach(team -> document.add(new StringField(TEAM, team, Store.NO)));
        document.add(new TextField(WORDS, entry.indexed(), Store.NO));
        embedder.ifPresent(
                model ->
                        document.add(
                                new KnnFloatVectorField(
                                        MEANING,
                                        model.embed(entry.passage().text()),
                                        VectorSimilarityFunction.DOT_PRODUCT)));
        return document;
    }
}
