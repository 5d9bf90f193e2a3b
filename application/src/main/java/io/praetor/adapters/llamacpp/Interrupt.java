package io.praetor.adapters.llamacpp;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/**
 * Ends an evaluation that llama.cpp is in the middle of: because its deadline is over or because
 * the model is being closed. llama.cpp asks before each operation of its graph, on the CPU alone.
 */
final class Interrupt {
    private volatile boolean closing;
    private volatile @Nullable Deadline deadline;

    /** A C function that says whether to stop, for as long as the arena lives. */
    @SuppressWarnings("restricted") // takes what llama.cpp hands over
    MemorySegment callback(Arena arena) {
        try {
            return Linker.nativeLinker()
                    .upcallStub(
                            MethodHandles.lookup()
                                    .bind(
                                            this,
                                            "isDue",
                                            MethodType.methodType(
                                                    boolean.class, MemorySegment.class)),
                            FunctionDescriptor.of(JAVA_BOOLEAN, ADDRESS),
                            arena);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("no method `isDue`", impossible);
        }
    }

    /** Called by llama.cpp; it must not throw. */
    @SuppressWarnings("unused") // through the function pointer that `callback` makes
    boolean isDue(MemorySegment ignored) {
        Deadline now = deadline;
        return closing || (now != null && now.isOver());
    }

    void by(Deadline next) {
        deadline = next;
    }

    void close() {
        closing = true;
    }

    boolean isClosing() {
        return closing;
    }
}
