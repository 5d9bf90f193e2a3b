package io.praetor.adapters.llamacpp;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** One function of a native library. A crash inside it ends the process: arguments are checked. */
final class NativeFunction {
    private final String name;
    private final MethodHandle spread;

    private NativeFunction(String name, MethodHandle spread) {
        this.name = name;
        this.spread = spread;
    }

    @SuppressWarnings("restricted") // the caller knows the shape
    static NativeFunction of(String name, MemorySegment address, FunctionDescriptor shape) {
        MethodHandle handle = Linker.nativeLinker().downcallHandle(address, shape);
        int count = handle.type().parameterCount();
        return new NativeFunction(
                name, handle.asType(handle.type().generic()).asSpreader(Object[].class, count));
    }

    /**
     * @param arguments a function that gives a structure takes an allocator first
     */
    Object call(Object... arguments) {
        try {
            return (Object) spread.invokeExact(arguments);
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable impossible) { // last resort: native functions throw nothing checked
            throw new IllegalStateException(name, impossible);
        }
    }

    int number(Object... arguments) {
        return (int) call(arguments);
    }

    boolean truth(Object... arguments) {
        return (boolean) call(arguments);
    }

    MemorySegment address(Object... arguments) {
        return (MemorySegment) call(arguments);
    }
}
