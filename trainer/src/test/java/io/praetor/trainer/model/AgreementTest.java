package io.praetor.trainer.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.praetor.adapters.llamacpp.LlamaFiles;
import io.praetor.adapters.llamacpp.LlamaLibrary;
import io.praetor.adapters.llamacpp.Quantisation;
import io.praetor.trainer.RealLlama;
import io.praetor.trainer.Sample;
import io.praetor.trainer.corpus.DemoCase;
import io.praetor.trainer.corpus.DemoCases;
import io.praetor.trainer.gguf.GgufTensor;
import io.praetor.trainer.gguf.PhiFile;
import io.praetor.trainer.text.Tokenizer;
import io.praetor.trainer.text.TokenizerLearner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is trained here is what llama.cpp runs. */
class AgreementTest {
    private static final Offset<Float> CLOSE = Offset.offset(1e-3f);

    private static final List<DemoCase> CASES = new DemoCases(Sample.policy(), 1).draw(60, false);
    private static final Tokenizer TOKENIZER =
            new Tokenizer(
                    TokenizerLearner.learn(CASES.stream().map(DemoCase::lines).toList(), 300));
    private static final PhiShape SHAPE = PhiShape.demo(TOKENIZER.vocabulary().size());

    @TempDir private static Path folder;

    private static LlamaFiles llama;
    private static Path file;
    private static NDManager manager;
    private static PhiWeights weights;

    @BeforeAll
    static void write() {
        llama = RealLlama.files();
        manager = NDManager.newBaseManager(Torch.ENGINE);
        weights = PhiWeights.random(SHAPE, new Random(1), manager);
        file = folder.resolve("f32.gguf");
        new PhiFile("agreement", "a test", SHAPE, TOKENIZER.vocabulary())
                .write(file, weights.values(), GgufTensor.Type.F32);
    }

    @Test
    void bothTokeniseTheSame() {
        List<String> texts = new ArrayList<>(CASES.stream().map(DemoCase::lines).toList());
        texts.addAll(
                List.of(
                        "",
                        " ",
                        "Grüße aus Köln, ÄÖÜß",
                        "don't I'LL we'Re",
                        "12345 1 22 333",
                        "camelCase HTTPServer XMLHttp_request",
                        "a  b   c \n\n d\t\te\r\nf  ",
                        "日本語のテキスト und 한국어",
                        "😀👍🏽 e\u0301 ﬁ",
                        "a\u00A0b\u3000c\u2028d",
                        "path/to//file...!!! ==> {\"decision\":\"allow\"}",
                        "<|ending|> is text",
                        "\u0000\u0001\u007f",
                        "ΑΒΓ αβγ АБВ абв Ǆǅǆ"));
        for (String text : texts) {
            assertThat(TOKENIZER.encode(text)).as(text).isEqualTo(llama.tokens(file, text));
        }
    }

    @Test
    void aConversationIsTokenisedTheSame() {
        assertThat(TOKENIZER.encodeChat("Decide.", "role: admin"))
                .isEqualTo(
                        llama.tokens(
                                file,
                                "<|system|>Decide.<|end|><|user|>role: admin<|end|>"
                                        + "<|assistant|>"));
    }

    @Test
    void bothComputeTheSameLogits() {
        List<Integer> tokens = TOKENIZER.encodeChat("Decide.", CASES.getFirst().lines());
        float[][] ours = logits(tokens);
        List<float[]> theirs = llama.logits(file, tokens, System::nanoTime);
        assertThat(theirs).hasSameSizeAs(tokens);
        for (int at = 0; at < tokens.size(); at++) {
            assertThat(ours[at]).hasSameSizeAs(theirs.get(at));
            for (int id = 0; id < ours[at].length; id++) {
                assertThat(ours[at][id])
                        .as("token %d behind position %d", id, at)
                        .isCloseTo(theirs.get(at)[id], CLOSE);
            }
        }
    }

    @Test
    void llamaQuantisesWhatIsWritten() throws Exception {
        Path small = folder.resolve("q4.gguf");
        llama.quantize(file, small, Quantisation.Q4_K_M, 1);
        assertThat(Files.size(small)).isLessThan(Files.size(file) / 5);
        List<Integer> tokens = TOKENIZER.encode("role: admin");
        assertThat(llama.logits(small, tokens, System::nanoTime)).hasSameSizeAs(tokens);
    }

    @Test
    void aMissingLibrarySaysHowToGetIt() {
        assertThatThrownBy(() -> LlamaLibrary.open(folder))
                .hasMessageContaining("holds no libllama.so; run `./praetor fetch llama`");
    }

    private static float[][] logits(List<Integer> tokens) {
        try (NDManager scratch = manager.newSubManager()) {
            long[] ids = tokens.stream().mapToLong(Integer::longValue).toArray();
            NDArray all =
                    new PhiDecoder(weights)
                            .logits(
                                    scratch,
                                    scratch.create(ids, new Shape(1, ids.length)),
                                    scratch.create(LongStream.range(0, ids.length).toArray()));
            float[] flat = all.toFloatArray();
            float[][] rows = new float[ids.length][];
            for (int at = 0; at < ids.length; at++) {
                rows[at] =
                        Arrays.copyOfRange(
                                flat, at * SHAPE.vocabulary(), (at + 1) * SHAPE.vocabulary());
            }
            return rows;
        }
    }
}
