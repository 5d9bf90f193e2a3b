package io.praetor.extras.onnx;

import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import io.praetor.retrieval.Embedder;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * all-MiniLM-L6-v2, quantised to 8 bits: 384 dimensions, some five milliseconds a text. What goes
 * beyond the model's window is read in pieces whose vectors are averaged. Some 600 MB of memory,
 * from the first text on. Thread-safe.
 */
public final class MiniLm implements Embedder {
    public static final String NAME = "all-minilm-l6-v2-q/1";

    private static final int DIMENSIONS = 384;

    /** Whose news of drivers and platforms is for nobody here. Held, so that the level stays. */
    private static final Logger TOKENIZER = Logger.getLogger("ai.djl");

    static {
        TOKENIZER.setLevel(Level.SEVERE);
    }

    private @Nullable AllMiniLmL6V2QuantizedEmbeddingModel model;

    @Override
    public String name() {
        return NAME;
    }

    /** A text without any word has a vector of its own that is near to no other. */
    @Override
    public float[] embed(String text) {
        return text.isBlank() ? nothing() : unit(model().embed(text).content().vector());
    }

    private synchronized AllMiniLmL6V2QuantizedEmbeddingModel model() {
        AllMiniLmL6V2QuantizedEmbeddingModel loaded = model;
        if (loaded == null) {
            loaded = new AllMiniLmL6V2QuantizedEmbeddingModel();
            model = loaded;
        }
        return loaded;
    }

    private static float[] unit(float[] vector) {
        double square = 0;
        for (float each : vector) {
            square += (double) each * each;
        }
        double length = Math.sqrt(square);
        if (!(length > 0)) {
            throw new IllegalStateException("the model gave a vector without a direction");
        }
        float[] unit = new float[vector.length];
        for (int i = 0; i < vector.length; i++) {
            unit[i] = (float) (vector[i] / length);
        }
        return unit;
    }

    private static float[] nothing() {
        float[] vector = new float[DIMENSIONS];
        vector[0] = 1;
        return vector;
    }
}
