package io.praetor.adapters.llamacpp;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/** Keeps the last warnings and errors of llama.cpp, for the message of a failure. Thread-safe. */
final class NativeLog {
    private static final int LINES_MAX = 6;
    private static final int LINE_CHARS_MAX = 240;

    /** GGML_LOG_LEVEL_WARN and GGML_LOG_LEVEL_ERROR. */
    private static final int WARN = 3;

    private static final int ERROR = 4;

    private final Deque<String> lines = new ArrayDeque<>();

    /** A C function that takes what is logged, for as long as the arena lives. */
    @SuppressWarnings("restricted") // takes what llama.cpp hands over
    MemorySegment sink(Arena arena) {
        try {
            return Linker.nativeLinker()
                    .upcallStub(
                            MethodHandles.lookup()
                                    .bind(
                                            this,
                                            "take",
                                            MethodType.methodType(
                                                    void.class,
                                                    int.class,
                                                    MemorySegment.class,
                                                    MemorySegment.class)),
                            FunctionDescriptor.ofVoid(JAVA_INT, ADDRESS, ADDRESS),
                            arena);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("no method `take`", impossible);
        }
    }

    /** Called by llama.cpp on any thread; it must not throw. */
    @SuppressWarnings("unused") // through the function pointer that `sink` makes
    synchronized void take(int level, MemorySegment text, MemorySegment ignored) {
        if (level != WARN && level != ERROR) {
            return;
        }
        String line = NativeText.at(text).orElse("").strip().replaceAll("\\s+", " ");
        if (line.isEmpty()) {
            return;
        }
        if (lines.size() == LINES_MAX) {
            lines.removeFirst();
        }
        lines.addLast(line.length() > LINE_CHARS_MAX ? line.substring(0, LINE_CHARS_MAX) : line);
    }

    synchronized void clear() {
        lines.clear();
    }

    /** What was said since the last clearing, as the end of a message; empty where nothing was. */
    synchronized String told() {
        String said = String.join("; ", lines);
        lines.clear();
        return said.isEmpty() ? "" : String.format(Locale.ROOT, " (llama.cpp: %s)", said);
    }
}
