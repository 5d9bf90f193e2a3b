package io.praetor.adapters.memory;

import io.praetor.log.ActorRecordsContract;

class MemoryActorRecordsTest extends ActorRecordsContract {
    @Override
    protected Kept fresh() {
        return Kept.of(new MemoryDecisionLog("test/memory"));
    }
}
