package io.praetor.app;

import io.praetor.policy.PolicySet;
import io.praetor.review.PolicyTexts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The policies that decided, as reviewers need them: read once, the last ones kept in memory. One
 * that was tampered with is none. Thread-safe.
 */
public final class KeptPolicies implements PolicyTexts {
    /** A queue rarely spans more versions than this. */
    private static final int KEPT_MAX = 8;

    private final PolicyArchive archive;
    private final Map<String, PolicySet> kept = new LinkedHashMap<>(KEPT_MAX, .75f, true);

    public KeptPolicies(PolicyArchive archive) {
        this.archive = archive;
    }

    @Override
    public synchronized Optional<PolicySet> find(String hash) {
        PolicySet known = kept.get(hash);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<PolicySet> found = read(hash);
        found.ifPresent(policy -> kept.put(hash, policy));
        if (kept.size() > KEPT_MAX) {
            kept.remove(kept.keySet().iterator().next());
        }
        return found;
    }

    private Optional<PolicySet> read(String hash) {
        try {
            return archive.find(hash);
        } catch (BadInput _) {
            // a changed text is not the policy that decided
            return Optional.empty();
        }
    }
}
