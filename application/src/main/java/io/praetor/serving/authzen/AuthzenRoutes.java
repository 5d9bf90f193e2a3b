package io.praetor.serving.authzen;

import io.praetor.decision.ActiveVersionSource;
import io.praetor.decision.PolicyDecisionPoint;
import io.praetor.serving.access.Access;
import io.praetor.serving.access.Scope;
import io.praetor.serving.decide.DecisionDesk;
import io.praetor.serving.http.Endpoint;
import io.praetor.serving.http.ErrorStyle;
import io.praetor.serving.http.HttpMethod;
import io.praetor.serving.http.Route;
import io.praetor.serving.settings.ServerSettings;
import io.praetor.serving.telemetry.Telemetry;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;

/** The routes of the AuthZEN Authorization API 1.0 at their default paths (section 10.1). */
public final class AuthzenRoutes {
    static final String EVALUATION = "/access/v1/evaluation";
    static final String EVALUATIONS = "/access/v1/evaluations";
    static final String SEARCH = "/access/v1/search/";

    private final DecisionDesk desk;
    private final ServerSettings settings;
    private final Search search;
    private final Telemetry telemetry;

    /**
     * @param secureRandom makes the key of the page tokens
     */
    public AuthzenRoutes(
            DecisionDesk desk,
            ServerSettings settings,
            Source source,
            RandomGenerator secureRandom,
            Telemetry telemetry) {
        this.desk = desk;
        this.settings = settings;
        this.search =
                new Search(
                        source.decisions(),
                        source.versions(),
                        source.clock(),
                        new PageTokens(secureRandom),
                        settings.limits().pageItemsMax());
        this.telemetry = telemetry;
    }

    /** What judges the candidates of searches, and says which policy knows them. */
    public record Source(
            PolicyDecisionPoint decisions, ActiveVersionSource versions, InstantSource clock) {}

    public List<Route> list() {
        boolean tells = settings.tellsContext();
        int itemsMax = settings.limits().batchItemsMax();
        return List.of(
                deciding(EVALUATION, new EvaluationEndpoint(desk, tells)),
                deciding(EVALUATIONS, new EvaluationsEndpoint(desk, tells, itemsMax)),
                deciding(SEARCH + "subject", searching(SearchKind.SUBJECT)),
                deciding(SEARCH + "resource", searching(SearchKind.RESOURCE)),
                deciding(SEARCH + "action", searching(SearchKind.ACTION)),
                new Route(
                        HttpMethod.GET,
                        MetadataEndpoint.path(settings.publicUrl()),
                        new Access.Open(),
                        ErrorStyle.AUTHZEN,
                        new MetadataEndpoint(settings)));
    }

    private SearchEndpoint searching(SearchKind kind) {
        return new SearchEndpoint(kind, search, telemetry);
    }

    private static Route deciding(String path, Endpoint endpoint) {
        return new Route(
                HttpMethod.POST,
                path,
                new Access.Holding(Scope.DECIDE),
                ErrorStyle.AUTHZEN,
                endpoint);
    }
}
