package io.praetor.adapters.openai;

import io.praetor.adapters.http.Deadline;
import io.praetor.adapters.http.JsonClient;
import io.praetor.adapters.http.ModelChoice;
import io.praetor.adapters.http.Reply;
import io.praetor.adapters.http.ServerSettings;
import io.praetor.reasoning.ModelCard;
import io.praetor.reasoning.ModelCard.Adapter;
import java.util.List;
import java.util.Optional;

/**
 * What a llama-server says it runs.
 *
 * @param vocabulary how many tokens the model knows
 * @param adapters every adapter the server has loaded, in the order of its ids
 */
record LlamaServerCard(ModelCard card, int vocabulary, List<Adapter> adapters) {
    static LlamaServerCard of(JsonClient client, ServerSettings settings, Deadline deadline) {
        Reply props = client.get("/props", deadline);
        Reply models = client.get("/v1/models", deadline).at("data");
        List<String> names = models.elements().stream().map(it -> it.at("id").text()).toList();
        String name = ModelChoice.among(names, settings.name());
        ModelChoice.checkDigest(settings.sha256(), "");
        Reply meta = models.elements().get(names.indexOf(name)).at("meta");
        List<Adapter> adapters =
                client.get("/lora-adapters", deadline).elements().stream()
                        .map(LlamaServerCard::adapter)
                        .toList();
        int context = props.at("default_generation_settings").at("n_ctx").whole();
        ModelCard card =
                new ModelCard(
                        name,
                        "",
                        meta.maybe("ftype")
                                .map(Reply::text)
                                .map(LlamaServerCard::shortened)
                                .orElse(""),
                        ModelChoice.context(settings.contextTokens(), Optional.of(context)),
                        adapters.stream().filter(adapter -> adapter.scale() != 0).toList(),
                        "llama-server " + props.at("build_info").text());
        return new LlamaServerCard(card, meta.at("n_vocab").whole(), adapters);
    }

    private static Adapter adapter(Reply loaded) {
        Reply scale = loaded.at("scale");
        if (!scale.node().isNumber() || !Double.isFinite(scale.node().doubleValue())) {
            throw scale.garbage("is no number");
        }
        return new Adapter(loaded.at("path").text(), "", scale.node().doubleValue());
    }

    /** {@code Q4_K - Medium} is what everybody else writes as {@code Q4_K_M}. */
    private static String shortened(String quantisation) {
        return quantisation
                .replaceFirst(" - Small.*", "_S")
                .replaceFirst(" - Medium.*", "_M")
                .replaceFirst(" - Large.*", "_L")
                .replaceFirst("^(all|mostly) ", "");
    }
}
