package io.praetor.situation.dialect;

import io.praetor.situation.Refusal;
import java.util.ArrayList;
import java.util.List;

/** The refusals of one request as they are found; after the first few no more are kept. */
final class Refusals {
    /** Enough to mend a request by; a hostile one cannot make the answer long. */
    private static final int KEPT_MAX = 20;

    private final List<Refusal> found = new ArrayList<>();

    void add(Path path, String reason) {
        if (found.size() < KEPT_MAX) {
            found.add(new Refusal(path.toString(), reason));
        }
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<Refusal> list() {
        return List.copyOf(found);
    }
}
