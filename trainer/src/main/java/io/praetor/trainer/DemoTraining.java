package io.praetor.trainer;

import ai.djl.ndarray.NDManager;
import io.praetor.policy.PolicySet;
import io.praetor.trainer.corpus.DemoCase;
import io.praetor.trainer.corpus.DemoCases;
import io.praetor.trainer.gguf.GgufTensor;
import io.praetor.trainer.gguf.PhiFile;
import io.praetor.trainer.model.PhiShape;
import io.praetor.trainer.model.PhiWeights;
import io.praetor.trainer.model.Torch;
import io.praetor.trainer.text.Tokenizer;
import io.praetor.trainer.text.TokenizerLearner;
import io.praetor.trainer.training.BaseTraining;
import io.praetor.trainer.training.Example;
import io.praetor.trainer.training.Recipe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** Makes the demo model of a policy, from drawn cases to a file of whole precision. */
final class DemoTraining {
    private static final String NAME = "praetor-demo";

    private static final String DESCRIPTION =
            "Demo: fitted to canonical attribute lines of Praetor's sample policy. No language"
                    + " model of use; obeys orders in its input on purpose.";

    private static final int MERGES = 1024;

    /** Each starts another sequence of random numbers from the same seed. */
    private static final int HELD_OUT_SALT = 1;

    private static final int WEIGHTS_SALT = 2;
    private static final int ORDER_SALT = 3;

    private final Plan plan;
    private final List<DemoCase> taught;
    private final List<DemoCase> heldOut;
    private final DemoPrompt prompt;

    /** How much work is done. */
    record Plan(long seed, int cases, int heldOut, int steps) {
        static Plan whole(long seed) {
            return new Plan(seed, 12_000, 1_000, 1_200);
        }

        /** Enough to see that everything runs. */
        static Plan quick(long seed) {
            return new Plan(seed, 1_500, 150, 60);
        }
    }

    private DemoTraining(
            Plan plan, List<DemoCase> taught, List<DemoCase> heldOut, DemoPrompt prompt) {
        this.plan = plan;
        this.taught = taught;
        this.heldOut = heldOut;
        this.prompt = prompt;
    }

    /** Draws the cases and learns the vocabulary. */
    static DemoTraining prepare(PolicySet policy, String system, Plan plan) {
        List<DemoCase> taught = new DemoCases(policy, plan.seed()).draw(plan.cases(), false);
        List<DemoCase> heldOut = heldOut(policy, plan);
        List<String> texts = new ArrayList<>();
        for (DemoCase each : taught) {
            texts.add(each.lines());
            texts.add(DemoPrompt.LEAD + each.effect().label() + DemoPrompt.REST);
            texts.add(system);
        }
        Tokenizer tokenizer = new Tokenizer(TokenizerLearner.learn(texts, MERGES));
        return new DemoTraining(
                plan, taught, heldOut, new DemoPrompt(tokenizer, system).withLabelsTold());
    }

    /** Cases of combinations and with orders that a plan never trains on. */
    static List<DemoCase> heldOut(PolicySet policy, Plan plan) {
        return new DemoCases(policy, plan.seed() + HELD_OUT_SALT).draw(plan.heldOut(), true);
    }

    List<DemoCase> heldOut() {
        return heldOut;
    }

    /** Trains from the seed and writes F32. */
    void run(Path file, Consumer<String> say) {
        PhiShape shape = PhiShape.demo(prompt.tokenizer().vocabulary().size());
        List<Example> examples = taught.stream().map(prompt::example).toList();
        say.accept(
                "%d cases of %.0f tokens, %d held out; %d tokens in the vocabulary, %d parameters"
                        .formatted(
                                examples.size(),
                                examples.stream().mapToInt(Example::length).average().orElse(0),
                                heldOut.size(),
                                shape.vocabulary(),
                                shape.parameters()));
        try (NDManager manager = NDManager.newBaseManager(Torch.ENGINE)) {
            PhiWeights weights =
                    PhiWeights.random(shape, new Random(plan.seed() + WEIGHTS_SALT), manager);
            Recipe recipe = Recipe.base(plan.steps());
            BaseTraining training = new BaseTraining(weights, recipe);
            training.run(
                    examples,
                    plan.seed() + ORDER_SALT,
                    manager,
                    new StepReport(recipe.steps(), say, System::nanoTime));
            List<Example> unseen = heldOut.stream().map(prompt::example).toList();
            say.accept("held-out loss %.4f".formatted(training.loss(unseen, manager)));
            new PhiFile(NAME, DESCRIPTION, shape, prompt.tokenizer().vocabulary())
                    .write(file, weights.values(), GgufTensor.Type.F32);
        }
    }
}
