package io.praetor.retrieval;

/** Turns a text into a vector whose cosine says how close in meaning texts are. Thread-safe. */
public interface Embedder {
    /** Name and version of the model: part of every version that uses it. */
    String name();

    /** A vector of unit length; always of the same dimension. */
    float[] embed(String text);
}
