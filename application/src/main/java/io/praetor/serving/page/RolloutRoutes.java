package io.praetor.serving.page;

import static io.praetor.serving.page.Html.element;
import static io.praetor.serving.page.Html.text;

import io.praetor.governance.FamilyRecord;
import io.praetor.governance.RefusedChange;
import io.praetor.governance.StoreUnavailableException;
import io.praetor.governance.VersionStore;
import io.praetor.rollout.family.Change;
import io.praetor.serving.access.Access;
import io.praetor.serving.access.Scope;
import io.praetor.serving.http.Door;
import io.praetor.serving.http.HttpMethod;
import io.praetor.serving.http.HttpStatus;
import io.praetor.serving.http.Reply;
import io.praetor.serving.http.Request;
import io.praetor.serving.http.Route;
import java.time.InstantSource;
import java.util.List;

/** The rollout board: which versions there are, how far each may go, and why. */
public final class RolloutRoutes {
    private final VersionStore store;
    private final InstantSource clock;

    public RolloutRoutes(VersionStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    public List<Route> list() {
        return List.of(
                new Route(
                        HttpMethod.GET,
                        "/rollout",
                        new Access.Holding(Scope.GOVERN),
                        Door.BROWSER,
                        new PageErrors(),
                        this::board));
    }

    private Reply board(Request request) {
        try {
            List<FamilyRecord> families = store.families();
            return PageFrame.page(
                    "Rollout",
                    Viewer.vouchedFor(request.caller()),
                    "/rollout",
                    element("h1", text("Rollout")),
                    families.isEmpty()
                            ? element(
                                    "p",
                                    "empty",
                                    "There are no families: what is installed acts. `./praetor"
                                            + " meta create` founds one.")
                            : Html.each(families, this::family));
        } catch (StoreUnavailableException down) {
            return PageErrors.page(
                    HttpStatus.SERVICE_UNAVAILABLE, String.valueOf(down.getMessage()));
        }
    }

    private Html family(FamilyRecord record) {
        String id = record.family().id();
        long revision = record.state().revision();
        List<Change> changes =
                store.changes(
                        id,
                        Math.max(0, revision - FamilyHtml.CHANGES_SHOWN),
                        VersionStore.PAGE_MAX);
        List<RefusedChange> refusals = store.refusals(id, 0, VersionStore.PAGE_MAX);
        return new FamilyHtml(record, clock.instant())
                .html(
                        changes.reversed(),
                        refusals.reversed(),
                        version -> store.snapshots(id, version, TrustPlot.POINTS_MAX));
    }
}
