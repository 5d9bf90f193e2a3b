package io.praetor.adapters.memory;

import io.praetor.retrieval.Corpus;
import io.praetor.retrieval.PassageIndex;
import io.praetor.retrieval.PassageIndexContract;

class MemoryPassageIndexTest extends PassageIndexContract {
    @Override
    protected PassageIndex index(Corpus corpus) {
        return new MemoryPassageIndex(corpus);
    }
}
