package io.praetor.adapters.llamacpp;

import io.praetor.reasoning.ModelCard;
import java.nio.file.Path;
import java.util.List;

/** What one open model is made of. Only tokens may be read by more than one thread at a time. */
record LlamaParts(
        NativeModel model,
        NativeContext context,
        PromptReading reading,
        Prefix prefix,
        Adapters adapters,
        Interrupt interrupt,
        int contextTokens)
        implements AutoCloseable {
    /** Below this, threads cost more than they give; on busy cores they bring all to a halt. */
    private static final long TINY_BYTES = 64L << 20;

    static LlamaParts open(LlamaLibrary library, LlamaSettings settings) {
        NativeModel model = NativeModel.load(library, settings.model(), settings.gpuLayers());
        try {
            int trained = model.contextTokens();
            int wanted = settings.contextTokens() == 0 ? trained : settings.contextTokens();
            int tokens = Math.min(wanted, trained);
            ChatTemplate template = ChatTemplate.of(model, settings.model());
            var interrupt = new Interrupt();
            NativeContext context =
                    NativeContext.open(
                            model, tokens, threads(settings), LabelScoring.OUTPUTS_MAX, interrupt);
            return new LlamaParts(
                    model,
                    context,
                    new PromptReading(model.vocabulary(), template),
                    new Prefix(context, settings.reuse()),
                    new Adapters(model),
                    interrupt,
                    tokens);
        } catch (RuntimeException failure) {
            model.close();
            throw failure;
        }
    }

    private static int threads(LlamaSettings settings) {
        if (settings.threads() > 0) {
            return settings.threads();
        }
        return settings.model().toFile().length() < TINY_BYTES
                ? 1
                : Runtime.getRuntime().availableProcessors();
    }

    ModelCard card(Path file, String sha256, List<LlamaAdapter> switchedOn) {
        var bare =
                new ModelCard(
                        model.header("general.name").orElse(String.valueOf(file.getFileName())),
                        sha256,
                        model.quantisation().map(Quantisation::name).orElse(""),
                        contextTokens,
                        List.of(),
                        "llama.cpp " + model.library().version());
        return switchedOn.isEmpty() ? bare : adapted(bare, switchedOn);
    }

    ModelCard adapted(ModelCard card, List<LlamaAdapter> switchedOn) {
        List<ModelCard.Adapter> now = adapters.use(switchedOn, context);
        prefix.forget();
        return new ModelCard(
                card.name(),
                card.sha256(),
                card.quantisation(),
                card.contextTokens(),
                now,
                card.runtime());
    }

    @Override
    public void close() {
        context.close();
        model.close();
    }
}
