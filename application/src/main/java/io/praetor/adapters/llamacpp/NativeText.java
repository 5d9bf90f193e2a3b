package io.praetor.adapters.llamacpp;

import java.lang.foreign.MemorySegment;
import java.util.Optional;

/** Texts that a native library owns. */
final class NativeText {
    private NativeText() {}

    /** The text that ends with a zero byte, or nothing for a null pointer. */
    @SuppressWarnings("restricted") // ended by a zero byte
    static Optional<String> at(MemorySegment address) {
        return address.equals(MemorySegment.NULL)
                ? Optional.empty()
                : Optional.of(address.reinterpret(Long.MAX_VALUE).getString(0));
    }
}
