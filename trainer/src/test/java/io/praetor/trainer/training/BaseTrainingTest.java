package io.praetor.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import io.praetor.trainer.gguf.GgufTensor;
import io.praetor.trainer.gguf.PhiFile;
import io.praetor.trainer.model.PhiShape;
import io.praetor.trainer.model.PhiWeights;
import io.praetor.trainer.model.Torch;
import io.praetor.trainer.text.Vocabulary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaseTrainingTest {
    private static final Vocabulary BYTES = new Vocabulary(List.of());
    private static final PhiShape SMALL = new PhiShape(BYTES.size(), 64, 32, 64, 2, 4, 2);
    private static final Recipe RECIPE = new Recipe(60, 16, 5, 5e-3, .1, .01, 1);

    @TempDir private Path folder;

    @BeforeAll
    static void start() {
        Torch.start(1);
    }

    /** The answer is the number that stands second of three. */
    private static List<Example> examples(int count, long seed) {
        Random random = new Random(seed);
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int wanted = random.nextInt(8);
            examples.add(
                    new Example(
                            List.of(random.nextInt(8), wanted, random.nextInt(8)),
                            List.of(wanted, 9)));
        }
        return examples;
    }

    @Test
    void lossFallsOnWhatIsTaughtAndOnWhatIsHeldOut() {
        List<Example> taught = examples(200, 1);
        List<Example> heldOut = examples(50, 2);
        try (NDManager manager = NDManager.newBaseManager(Torch.ENGINE)) {
            var training =
                    new BaseTraining(PhiWeights.random(SMALL, new Random(3), manager), RECIPE);
            double taughtBefore = training.loss(taught, manager);
            double heldOutBefore = training.loss(heldOut, manager);
            training.run(taught, 4, manager, (_, loss, _) -> assertThat(loss).isFinite());
            assertThat(training.loss(taught, manager)).isLessThan(taughtBefore / 3);
            assertThat(training.loss(heldOut, manager)).isLessThan(heldOutBefore / 3);
        }
    }

    @Test
    void theSameSeedWritesTheSameFile() {
        assertThat(trained("1", 7)).hasSameBinaryContentAs(trained("2", 7));
        assertThat(trained("3", 8).toFile().length()).isEqualTo(trained("1", 7).toFile().length());
    }

    @Test
    void warmUpLeavesTimeToLearn() {
        assertThatThrownBy(() -> new Recipe(6, 16, 100, 1e-3, .1, 0, 1))
                .hasMessageContaining("100 warm-up steps of 6 leave nothing to learn in");
    }

    private Path trained(String name, long seed) {
        Path file = folder.resolve(name);
        try (NDManager manager = NDManager.newBaseManager(Torch.ENGINE)) {
            PhiWeights weights = PhiWeights.random(SMALL, new Random(seed), manager);
            new BaseTraining(weights, new Recipe(5, 4, 1, 1e-3, .1, .1, 1))
                    .run(examples(20, seed), seed, manager, (_, _, _) -> {});
            new PhiFile("small", "a test", SMALL, BYTES)
                    .write(file, weights.values(), GgufTensor.Type.F32);
        }
        return file;
    }
}
