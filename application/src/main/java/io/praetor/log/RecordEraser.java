package io.praetor.log;

import java.util.List;

/** Deletes the personal parts of records for good; body, digests and hash stay. */
@FunctionalInterface
public interface RecordEraser {
    void erase(List<RecordId> records);
}
