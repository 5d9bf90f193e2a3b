package io.praetor.app.cli;

import java.util.List;
import java.util.Optional;

/** Where a reviewer reads and answers. Not thread-safe. */
interface ReviewScreen extends AutoCloseable {
    /** Shows a text in place of the one before. */
    void show(List<String> lines);

    /**
     * One of {@code keys}, in lower case; {@code \n} stands for Enter. Empty at the end of input.
     */
    Optional<Character> key(String prompt, String keys);

    /** A line of text; empty at the end of input. */
    Optional<String> line(String prompt);

    @Override
    void close();
}
