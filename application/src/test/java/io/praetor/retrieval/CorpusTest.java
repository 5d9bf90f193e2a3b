package io.praetor.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.praetor.policy.library.PolicyLibrary;
import io.praetor.retrieval.Passage.Kind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CorpusTest {
    private final Corpus corpus = CorpusSamples.corpus();

    @Test
    void itHoldsEveryClauseEverySentenceOfNormsAndEveryPrecedent() {
        assertThat(corpus.count(Kind.CLAUSE)).isEqualTo(5);
        assertThat(corpus.count(Kind.NORM)).isEqualTo(4);
        assertThat(corpus.count(Kind.PRECEDENT)).isEqualTo(4);
    }

    @Test
    void aSharedClauseIdIsToldApartByThePolicy() {
        String standard = CorpusSamples.standard().header().hash();
        String payments = CorpusSamples.payments().header().hash();
        assertThat(corpus.passage("deploy.approval", standard))
                .contains(
                        new Passage(
                                "deploy.approval",
                                Kind.CLAUSE,
                                "A deploy needs the approval of an admin.",
                                standard));
        assertThat(corpus.passage("deploy.approval", payments).orElseThrow().text())
                .isEqualTo("Payments deploys need the approval of two admins.");
        assertThat(corpus.passage("witness.ring", payments)).isEmpty();
        assertThat(corpus.passage("precedent.all", payments).orElseThrow().version())
                .isEqualTo("review-1");
    }

    @Test
    void normsAreCitedSentenceBySentence() {
        String hash = CorpusSamples.standard().header().hash();
        assertThat(corpus.passage("norm.standard.2", hash).orElseThrow().text())
                .isEqualTo("Staging is for trying things!");
    }

    @Test
    void theSnapshotIsTheContentsWhateverTheOrder() {
        List<Precedent> precedents = CorpusSamples.precedents();
        assertThat(corpus.snapshot()).matches("[0-9a-f]{64}");
        assertThat(Corpus.of(CorpusSamples.library(), precedents.reversed()).snapshot())
                .isEqualTo(corpus.snapshot());
        checkOther(Corpus.of(CorpusSamples.library(), precedents.subList(1, 4)));
        checkOther(Corpus.of(PolicyLibrary.of(CorpusSamples.standard()), precedents));
        Precedent first = precedents.getFirst();
        Precedent changed =
                CorpusSamples.precedent(
                        "all", Optional.empty(), first.family(), "rolls out another page");
        checkOther(
                Corpus.of(
                        CorpusSamples.library(),
                        List.of(changed, precedents.get(1), precedents.get(2), precedents.get(3))));
    }

    private void checkOther(Corpus other) {
        assertThat(other.snapshot()).isNotEqualTo(corpus.snapshot());
    }

    @Test
    void twoPrecedentsOfOneIdAreRefused() {
        Precedent one = CorpusSamples.precedents().getFirst();
        assertThatThrownBy(() -> Corpus.of(CorpusSamples.library(), List.of(one, one)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("passage twice: precedent.all");
    }
}
