package io.praetor.adapters.memory;

import io.praetor.governance.VersionStore;
import io.praetor.governance.VersionStoreContract;

class MemoryVersionStoreTest extends VersionStoreContract {
    @Override
    protected VersionStore fresh() {
        return new MemoryVersionStore();
    }
}
