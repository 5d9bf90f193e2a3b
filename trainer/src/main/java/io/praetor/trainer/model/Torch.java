package io.praetor.trainer.model;

import ai.djl.engine.Engine;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * PyTorch, started once in a process. It takes its settings from system properties only, and it has
 * to be loaded before llama.cpp: the other way round its backward pass crashes the process.
 */
public final class Torch {
    public static final String ENGINE = "PyTorch";

    /** The binding looks for graphics cards first and is loud about finding none. */
    private static final Logger LOUD = Logger.getLogger("ai.djl");

    private Torch() {}

    /**
     * Starts it, unless that was done.
     *
     * @param threads part of what makes two runs the same: sums are split among them
     */
    public static synchronized void start(int threads) {
        LOUD.setLevel(Level.SEVERE);
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("ai.djl.pytorch.num_threads", String.valueOf(threads));
        Engine.getEngine(ENGINE);
    }
}
