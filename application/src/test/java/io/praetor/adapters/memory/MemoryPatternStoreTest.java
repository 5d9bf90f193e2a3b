package io.praetor.adapters.memory;

import io.praetor.patterns.PatternStore;
import io.praetor.patterns.PatternStoreContract;

class MemoryPatternStoreTest extends PatternStoreContract {
    @Override
    protected PatternStore open() {
        return new MemoryPatternStore();
    }
}
