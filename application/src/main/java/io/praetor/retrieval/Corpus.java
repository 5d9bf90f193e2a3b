package io.praetor.retrieval;

import io.praetor.policy.Clause;
import io.praetor.policy.PolicySet;
import io.praetor.policy.library.PolicyLibrary;
import io.praetor.retrieval.Passage.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Everything an answer may cite: the clauses of every policy of a library, the sentences of the
 * teams' norms, and precedents. Its snapshot hash names it, so that a record says what could have
 * been found.
 *
 * <p>A clause's id is unique in its policy version, the other ids in the corpus.
 */
public final class Corpus {
    private final List<CorpusEntry> entries;
    private final Map<Key, Passage> passages = new HashMap<>();
    private final Map<String, Precedent> precedents = new HashMap<>();
    private final String snapshot;

    private record Key(String id, Optional<String> policy) {}

    private Corpus(List<CorpusEntry> entries, List<Precedent> examples) {
        this.entries = entries;
        for (CorpusEntry entry : entries) {
            Passage passage = entry.passage();
            if (passages.put(new Key(passage.id(), entry.policy()), passage) != null) {
                throw new IllegalArgumentException("passage twice: " + passage.id());
            }
        }
        examples.forEach(each -> precedents.put(each.id(), each));
        snapshot = CorpusHash.of(entries);
    }

    /** Throws an IllegalArgumentException where two precedents have one id. */
    public static Corpus of(PolicyLibrary library, List<Precedent> examples) {
        List<CorpusEntry> entries = new ArrayList<>();
        for (PolicySet policy : library.all()) {
            addClauses(policy, entries);
            addNorms(policy, entries);
        }
        examples.forEach(each -> entries.add(entry(each)));
        entries.sort(
                Comparator.comparing((CorpusEntry entry) -> entry.passage().id())
                        .thenComparing(entry -> entry.passage().version()));
        return new Corpus(List.copyOf(entries), examples);
    }

    private static void addClauses(PolicySet policy, List<CorpusEntry> entries) {
        String hash = policy.header().hash();
        ClauseWords words = new ClauseWords(policy);
        for (Clause clause : policy.clauses().values()) {
            entries.add(
                    new CorpusEntry(
                            passage(clause, hash),
                            words.of(clause),
                            Optional.of(hash),
                            Set.of(),
                            Optional.empty()));
        }
    }

    /** A clause as a passage of the policy version with this hash. */
    static Passage passage(Clause clause, String hash) {
        return new Passage(clause.id().value(), Kind.CLAUSE, clause.text(), hash);
    }

    private static void addNorms(PolicySet policy, List<CorpusEntry> entries) {
        String hash = policy.header().hash();
        List<String> sentences = Sentences.of(policy.team().norms().orElse(""));
        for (int index = 0; index < sentences.size(); index++) {
            String id = "norm.%s.%d".formatted(policy.header().id(), index + 1);
            entries.add(
                    new CorpusEntry(
                            new Passage(id, Kind.NORM, sentences.get(index), hash),
                            sentences.get(index),
                            Optional.of(hash),
                            Set.of(),
                            Optional.empty()));
        }
    }

    private static CorpusEntry entry(Precedent precedent) {
        return new CorpusEntry(
                new Passage(
                        precedent.id(), Kind.PRECEDENT, precedent.rationale(), precedent.version()),
                SituationWords.all(precedent.situation(), precedent.family())
                        + " "
                        + precedent.rationale(),
                Optional.empty(),
                precedent.team().map(Set::of).orElse(Set.of()),
                Optional.of(precedent.family()));
    }

    /** In the order of ids, then versions. */
    public List<CorpusEntry> entries() {
        return entries;
    }

    /** Lower-case hex SHA-256 over the canonical form of all entries. */
    public String snapshot() {
        return snapshot;
    }

    public long count(Kind kind) {
        return entries.stream().filter(entry -> entry.passage().kind() == kind).count();
    }

    /** The passage with this id: of the policy version, where it is one of a policy. */
    public Optional<Passage> passage(String id, String policy) {
        return Stream.of(new Key(id, Optional.of(policy)), new Key(id, Optional.empty()))
                .map(passages::get)
                .filter(found -> found != null)
                .findFirst();
    }

    public Optional<Precedent> precedent(String id) {
        return Optional.ofNullable(precedents.get(id));
    }
}
