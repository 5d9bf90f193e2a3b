package io.praetor.reasoning.precedent;

import io.praetor.policy.PolicyHash;
import io.praetor.policy.PolicySet;
import io.praetor.retrieval.Embedder;
import io.praetor.retrieval.Precedent;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Names a version of the reasoner by all that its answers depend on. */
final class Version {
    /** Goes up with every change of this package that may change an answer. */
    private static final int CODE = 1;

    private Version() {}

    static String of(
            PolicySet policy,
            List<Precedent> library,
            Optional<Embedder> embedder,
            boolean withCues,
            Reading reading) {
        StringBuilder text = new StringBuilder("precedent/").append(CODE).append('\n');
        text.append(new TreeMap<>(policy.words())).append('\n');
        new TreeMap<>(policy.clauses())
                .forEach(
                        (id, clause) -> {
                            text.append(id);
                            clause.evidence().bears().forEach(it -> text.append(it.source()));
                            text.append('/');
                            clause.evidence().settles().forEach(it -> text.append(it.source()));
                            text.append(clause.evidence().actsAs()).append('\n');
                        });
        TreeSet<String> files = new TreeSet<>();
        library.forEach(it -> files.add(it.version()));
        text.append(files).append(library.size()).append('\n');
        text.append(embedder.map(Embedder::name).orElse("no embedder")).append(withCues);
        text.append(reading.fingerprint());
        return PolicyHash.of(Optional.empty(), text.toString());
    }
}
