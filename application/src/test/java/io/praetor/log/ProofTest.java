package io.praetor.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.praetor.adapters.memory.MemoryDecisionLog;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Proofs from a log of a few blocks, checked as a stranger would. */
class ProofTest {
    private static final int RECORDS = 2 * TreeHead.INTERVAL + 77;
    private static final MemoryDecisionLog LOG = new MemoryDecisionLog("test/proof");
    private static final List<Checkpoint> HEADS = new ArrayList<>();

    @BeforeAll
    static void record() {
        Chain chain = Chain.empty("test/proof");
        HEADS.add(chain.checkpoint());
        for (EncodedRecord record : new LogSamples(new SplittableRandom(17)).encoded(RECORDS)) {
            ChainedRecord chained = chain.add(record, record.body().open().hash());
            LOG.append(
                    new Batch(
                            List.of(chained),
                            chain.completedHead(LogSamples.START).stream().toList(),
                            new Tallies()));
            HEADS.add(chain.checkpoint());
        }
    }

    private static ChainedRecord at(long sequence) {
        return LOG.page(sequence, 1).getFirst();
    }

    private static SignedNote note(Checkpoint head) {
        return new SignedNote(head.text(), List.of());
    }

    private static Proof reread(Proof proof) {
        Proof read = ProofJson.read(ProofJson.write(proof).toString());
        assertThat(read).isEqualTo(proof);
        return read;
    }

    @Test
    void theTreeKnowsEveryHeadTheLogEverHad() {
        LogTree tree = LogTree.of(LOG);
        assertThat(tree.head()).isEqualTo(HEADS.getLast());
        for (int size : List.of(0, 1, 5, 1023, 1024, 1025, 2047, 2048, 2049, RECORDS)) {
            assertThat(tree.headAt(size)).as("size %d", size).isEqualTo(HEADS.get(size));
        }
        assertThatThrownBy(() -> tree.headAt(RECORDS + 1))
                .hasMessage("the log has 2125 records, not 2126");
    }

    @Test
    void everyRecordCanBeProved() {
        LogTree tree = LogTree.of(LOG);
        for (int sequence : List.of(0, 1, 511, 1023, 1024, 2047, 2048, RECORDS - 1)) {
            Proof proof = reread(tree.include(at(sequence), EnumSet.allOf(Part.class)));
            assertThat(proof.problems()).as("record %d", sequence).isEmpty();
        }
    }

    @Test
    void aProofShowsOnlyWhatIsDisclosed() {
        Proof.Inclusion proof = LogTree.of(LOG).include(at(3), Set.of(Part.ACTOR));
        assertThat(proof.disclosed()).containsOnlyKeys(Part.ACTOR);
        assertThat(ProofJson.write(proof).toString())
                .contains("user:")
                .doesNotContain("situation\":{", "reasons");
        assertThat(LogTree.of(LOG).include(at(3), Set.of()).disclosed()).isEmpty();
    }

    @Test
    void everyHeadIsTheBeginningOfTheNewest() {
        LogTree tree = LogTree.of(LOG);
        for (int size : List.of(0, 1, 1000, 1024, 2048, 2100, RECORDS)) {
            assertThat(reread(tree.extend(note(HEADS.get(size)))).problems())
                    .as("%d", size)
                    .isEmpty();
        }
    }

    @Test
    void aHeadOfAnotherHistoryIsNot() {
        Checkpoint forged = new Checkpoint("test/proof", 1000, HEADS.get(999).root());
        assertThat(LogTree.of(LOG).extend(note(forged)).problems())
                .containsExactly("the older head is not the beginning of the newer one");
        Checkpoint foreign = new Checkpoint("test/other", 1000, HEADS.get(1000).root());
        assertThat(LogTree.of(LOG).extend(note(foreign)).problems())
                .containsExactly("the heads are of different logs");
    }

    @Test
    void whateverIsChangedInAProofIsFound() {
        String proof =
                ProofJson.write(LogTree.of(LOG).include(at(1500), EnumSet.allOf(Part.class)))
                        .toString();
        checkFound(proof.replace("\"sequence\":1500", "\"sequence\":1501"));
        checkFound(proof.replace("\\\"stage\\\":\\\"live\\\"", "\\\"stage\\\":\\\"dead\\\""));
        checkFound(proof.replaceFirst("\"previous\":\"..", "\"previous\":\"00"));
        checkFound(proof.replaceFirst("\"path\":\\[\"..", "\"path\":[\"00"));
        checkFound(proof.replaceFirst("\"text\":\"user:", "\"text\":\"user:x"));
        checkFound(proof.replaceFirst("\"kind\":\"decision\"", "\"kind\":\"refusal\""));
        checkFound(proof.replaceFirst("(test/proof\\\\n2125\\\\n)....", "$1AAAA"));
    }

    private static void checkFound(String changed) {
        assertThat(ProofJson.read(changed).problems()).as(changed).isNotEmpty();
    }

    @Test
    void whatIsNoProofIsRefused() {
        for (String text :
                List.of(
                        "",
                        "[]",
                        "{}",
                        "{\"type\":\"x\"}",
                        "{\"type\":\"praetor.inclusion.v1\"}")) {
            assertThatThrownBy(() -> ProofJson.read(text))
                    .as(text)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aSignedProofNamesWhoStandsForItsHead() throws NoSuchAlgorithmException {
        SigningKey key = new SigningKey(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        Proof proof = LogTree.of(LOG).include(at(9), Set.of());
        assertThat(proof.isSignedBy(key.verifier("test/proof"))).isFalse();
        Proof signed = reread(proof.signedBy(key));
        assertThat(signed.isSignedBy(key.verifier("test/proof"))).isTrue();
        assertThat(signed.problems()).isEmpty();
        assertThat(
                        reread(LogTree.of(LOG).extend(key.sign(HEADS.get(5))).signedBy(key))
                                .isSignedBy(key.verifier("test/proof")))
                .isTrue();
    }
}
