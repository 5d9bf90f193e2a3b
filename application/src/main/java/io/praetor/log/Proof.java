package io.praetor.log;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Something an auditor can check without the log. */
public sealed interface Proof {
    /** Everything that is wrong with it, as lower-case fragments; empty where it holds. */
    List<String> problems();

    /** The heads it rests on; who trusts one of them trusts the proof. */
    List<SignedNote> heads();

    /** The same with a signature on the newest head; older ones keep what they came with. */
    Proof signedBy(SigningKey key);

    /** Whether every head it rests on carries a signature of this key. */
    default boolean isSignedBy(NoteVerifier key) {
        return heads().stream().allMatch(key::accepts);
    }

    /**
     * A personal part in clear text, with what is needed to check it and no other part.
     *
     * @param text as it stands in the log
     */
    record Disclosure(Hash key, CanonicalJson text) {
        static Disclosure of(RecordBody.Personal personal, Part part) {
            byte[] text = personal.texts().getOrDefault(part, new byte[0]);
            return new Disclosure(part.key(personal.salt()), CanonicalJson.stored(text));
        }
    }

    /**
     * One record is in the log.
     *
     * @param record without its personal parts
     * @param previous the hash of the record before, or the log's genesis
     * @param head a checkpoint
     * @param path RFC 9162, section 2.1.3
     * @param disclosed personal parts that are shown
     */
    record Inclusion(
            ChainedRecord record,
            Hash previous,
            SignedNote head,
            List<Hash> path,
            Map<Part, Disclosure> disclosed)
            implements Proof {
        public Inclusion {
            path = List.copyOf(path);
            disclosed = disclosed.isEmpty() ? Map.of() : new EnumMap<>(disclosed);
        }

        @Override
        public List<SignedNote> heads() {
            return List.of(head);
        }

        @Override
        public Proof signedBy(SigningKey key) {
            SignedNote signed = key.sign(Checkpoint.ofText(head.text()));
            return new Inclusion(record, previous, signed, path, disclosed);
        }

        @Override
        public List<String> problems() {
            List<String> problems = new ArrayList<>();
            Checkpoint covered = Checkpoint.ofText(head.text());
            if (!record.follows(previous)) {
                problems.add("the record's hash does not match its content");
            }
            boolean isIncluded =
                    MerkleProof.includes(
                            record.leaf(), record.sequence(), covered.size(), path, covered.root());
            if (!isIncluded) {
                problems.add("the path does not lead from the record to the head");
            }
            Map<Part, Hash> digests = record.record().body().digests();
            disclosed.forEach(
                    (part, shown) -> {
                        Hash digest = part.digest(shown.key(), shown.text().bytes());
                        if (!Optional.of(digest).equals(Optional.ofNullable(digests.get(part)))) {
                            problems.add(
                                    "the disclosed %s is not the record's".formatted(part.label()));
                        }
                    });
            return problems;
        }
    }

    /**
     * The log as it was is the beginning of the log as it is.
     *
     * @param path RFC 9162, section 2.1.4
     */
    record Consistency(SignedNote older, SignedNote newer, List<Hash> path) implements Proof {
        public Consistency {
            path = List.copyOf(path);
        }

        @Override
        public List<SignedNote> heads() {
            return List.of(older, newer);
        }

        @Override
        public Proof signedBy(SigningKey key) {
            return new Consistency(older, key.sign(Checkpoint.ofText(newer.text())), path);
        }

        @Override
        public List<String> problems() {
            Checkpoint before = Checkpoint.ofText(older.text());
            Checkpoint after = Checkpoint.ofText(newer.text());
            if (!before.origin().equals(after.origin())) {
                return List.of("the heads are of different logs");
            }
            boolean extendsTo =
                    MerkleProof.extendsTo(
                            new MerkleProof.TreeSize(before.size(), before.root()),
                            new MerkleProof.TreeSize(after.size(), after.root()),
                            path);
            return extendsTo
                    ? List.of()
                    : List.of("the older head is not the beginning of the newer one");
        }
    }
}
