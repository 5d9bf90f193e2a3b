package io.praetor.adapters.memory;

import io.praetor.intervention.InterventionStore;
import io.praetor.intervention.InterventionStoreContract;

class MemoryInterventionStoreTest extends InterventionStoreContract {
    @Override
    protected InterventionStore fresh() {
        return new MemoryInterventionStore();
    }
}
