package io.praetor.adapters.memory;

import io.praetor.log.DecisionLogContract;

class MemoryDecisionLogTest extends DecisionLogContract {
    @Override
    protected Kept fresh() {
        return Kept.of(new MemoryDecisionLog("test/memory"));
    }
}
