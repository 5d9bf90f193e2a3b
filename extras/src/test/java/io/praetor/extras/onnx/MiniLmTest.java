package io.praetor.extras.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.praetor.retrieval.Embedder;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MiniLmTest {
    private final Embedder embedder = new MiniLm();

    private double cosine(String one, String other) {
        float[] a = embedder.embed(one);
        float[] b = embedder.embed(other);
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
    }

    @Test
    void everyVectorHasUnitLengthAndTheSameDimension() {
        for (String text :
                new String[] {"deploy", "", "a ".repeat(5000), "\u0000 ?", "gr\u00fcn"}) {
            assertThat(embedder.embed(text)).hasSize(384);
            assertThat(cosine(text, text)).isCloseTo(1, within(1e-5));
        }
    }

    @Test
    void aParaphraseIsNearerThanAnotherMatter() {
        String told = "The witnesses vouch only for each other.";
        assertThat(cosine(told, "Those who attest for the account all attest for one another."))
                .isGreaterThan(cosine(told, "The deploy has the approval of an admin.") + .1);
    }

    @Test
    void theSameTextHasTheSameVector() {
        assertThat(embedder.embed("deploy to staging"))
                .isEqualTo(new MiniLm().embed("deploy to staging"));
    }
}
