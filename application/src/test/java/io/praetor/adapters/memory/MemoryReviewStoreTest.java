package io.praetor.adapters.memory;

import io.praetor.review.ReviewStoreContract;

class MemoryReviewStoreTest extends ReviewStoreContract {
    @Override
    protected Kept fresh() {
        MemoryDecisionLog log = new MemoryDecisionLog("test");
        return new Kept(log, new MemoryReviewStore(log));
    }
}
