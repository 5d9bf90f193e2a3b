package io.praetor.serving.governance;

import io.praetor.governance.StoreUnavailableException;
import io.praetor.governance.VersionStore;
import io.praetor.governance.control.Founding;
import io.praetor.governance.control.VersionControl;
import io.praetor.governance.recording.EpisodeDesk;
import io.praetor.governance.selection.FamilyViews;
import io.praetor.governance.selection.VersionSelection;
import io.praetor.serving.access.Access;
import io.praetor.serving.access.Scope;
import io.praetor.serving.http.Endpoint;
import io.praetor.serving.http.ErrorStyle;
import io.praetor.serving.http.HttpMethod;
import io.praetor.serving.http.HttpStatus;
import io.praetor.serving.http.Reply;
import io.praetor.serving.http.Route;
import java.time.InstantSource;
import java.util.List;

/** The routes under {@code /meta_policy}; each takes the scope {@code govern}. */
public final class GovernanceRoutes {
    private static final String FAMILY = "/meta_policy/{id}";

    private final VersionStore store;
    private final FamilyViews views;
    private final Reads reads;
    private final Creations creations;
    private final Controls controls;
    private final Choices choices;
    private final Observations observations;

    /**
     * @param views read again after each change, so that it acts at once
     */
    public GovernanceRoutes(
            VersionStore store,
            FamilyViews views,
            VersionSelection selection,
            InstantSource clock) {
        this.store = store;
        this.views = views;
        reads = new Reads(store, clock);
        creations = new Creations(new Founding(store, clock));
        controls = new Controls(new VersionControl(store, clock));
        choices = new Choices(views, selection, clock);
        observations = new Observations(new EpisodeDesk(store, clock));
    }

    public List<Route> list() {
        return List.of(
                get("/meta_policy", _ -> reads.families()),
                get("/meta_policy/active", choices::active),
                get(FAMILY + "/status", reads::status),
                get(FAMILY + "/versions", reads::versions),
                get(FAMILY + "/versions/{version}/trust", reads::trust),
                get(FAMILY + "/episodes", reads::episodes),
                get(FAMILY + "/changes", reads::changes),
                get(FAMILY + "/refusals", reads::refusals),
                changing("/meta_policy", creations::create),
                changing("/meta_policy/version_control", controls::change),
                changing(FAMILY + "/spawn", controls::spawn),
                post(FAMILY + "/select", request -> choices.select(request, store)),
                post(FAMILY + "/episodes", observations::episode),
                post("/meta_policy/outcomes", observations::outcome));
    }

    private Route get(String path, Endpoint endpoint) {
        return route(HttpMethod.GET, path, endpoint);
    }

    private Route post(String path, Endpoint endpoint) {
        return route(HttpMethod.POST, path, endpoint);
    }

    private Route changing(String path, Endpoint endpoint) {
        return post(
                path,
                request -> {
                    Reply reply = endpoint.answer(request);
                    views.refresh();
                    return reply;
                });
    }

    private Route route(HttpMethod method, String path, Endpoint endpoint) {
        return new Route(
                method,
                path,
                new Access.Holding(Scope.GOVERN),
                ErrorStyle.PROBLEM,
                request -> {
                    try {
                        return endpoint.answer(request);
                    } catch (StoreUnavailableException down) {
                        views.lost();
                        return Problems.of(
                                HttpStatus.SERVICE_UNAVAILABLE, String.valueOf(down.getMessage()));
                    }
                });
    }
}
