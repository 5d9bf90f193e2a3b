package io.praetor.serving.authzen;

import io.praetor.serving.http.Endpoint;
import io.praetor.serving.http.Reply;
import io.praetor.serving.http.Request;
import io.praetor.serving.json.Json;
import io.praetor.serving.settings.ServerSettings;
import java.net.URI;
import java.util.Optional;

/**
 * {@code GET /.well-known/authzen-configuration}: where this decision point is (section 9).
 *
 * <p>It calls itself by its public URL, or by the name the client called it by where none is
 * configured: the client compares the two.
 */
final class MetadataEndpoint implements Endpoint {
    private static final String WELL_KNOWN = "/.well-known/authzen-configuration";

    private final ServerSettings settings;

    MetadataEndpoint(ServerSettings settings) {
        this.settings = settings;
    }

    /** The well-known name goes between the host and the path of the decision point's URL. */
    static String path(Optional<URI> publicUrl) {
        return WELL_KNOWN + publicUrl.map(MetadataEndpoint::withoutSlash).orElse("");
    }

    @Override
    public Reply answer(Request request) {
        String base = base(request);
        return Reply.json(
                Json.bytes(
                        json -> {
                            json.writeStartObject();
                            json.writeStringProperty("policy_decision_point", base);
                            json.writeStringProperty(
                                    "access_evaluation_endpoint", base + AuthzenRoutes.EVALUATION);
                            json.writeStringProperty(
                                    "access_evaluations_endpoint",
                                    base + AuthzenRoutes.EVALUATIONS);
                            for (SearchKind kind : SearchKind.values()) {
                                json.writeStringProperty(
                                        "search_" + kind.label() + "_endpoint",
                                        base + AuthzenRoutes.SEARCH + kind.label());
                            }
                            json.writeEndObject();
                        }));
    }

    private String base(Request request) {
        return settings.publicUrl()
                .map(url -> url.getScheme() + "://" + url.getAuthority() + withoutSlash(url))
                .orElseGet(() -> settings.scheme() + "://" + request.host());
    }

    private static String withoutSlash(URI url) {
        String path = url.getPath();
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
