package io.praetor.serving.authzen;

import io.praetor.decision.ActiveVersionSource;
import io.praetor.decision.PolicyDecisionPoint;
import io.praetor.policy.Effect;
import io.praetor.serving.access.Caller;
import io.praetor.serving.access.Scope;
import io.praetor.serving.authzen.PageTokens.Place;
import io.praetor.serving.authzen.SearchResult.Found;
import io.praetor.serving.http.Deadline;
import io.praetor.situation.Admission;
import io.praetor.situation.Dialect;
import io.praetor.situation.Refusal;
import io.praetor.situation.Situation;
import io.praetor.situation.dialect.SituationReader;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds who may, on what, or what may be done, by judging every candidate the policy knows. A
 * search releases nothing, so nothing of it is recorded: what it finds is asked for again, as an
 * evaluation, before anything happens. Thread-safe.
 */
final class Search {
    private final SituationReader door = new SituationReader();
    private final PolicyDecisionPoint decisions;
    private final ActiveVersionSource versions;
    private final InstantSource clock;
    private final PageTokens tokens;
    private final int pageItemsMax;

    Search(
            PolicyDecisionPoint decisions,
            ActiveVersionSource versions,
            InstantSource clock,
            PageTokens tokens,
            int pageItemsMax) {
        this.decisions = decisions;
        this.versions = versions;
        this.clock = clock;
        this.tokens = tokens;
        this.pageItemsMax = pageItemsMax;
    }

    /** What became of a search. */
    sealed interface Finding {
        record Done(SearchResult result, int judged) implements Finding {}

        record Refused(List<Refusal> refusals) implements Finding {
            public Refused {
                refusals = List.copyOf(refusals);
            }
        }
    }

    Finding find(SearchRequest request, Caller caller, Deadline deadline) {
        return switch (door.read(request.aboutAnybody(), Dialect.AUTHZEN, clock.instant())) {
            case Admission.Refused refused -> new Finding.Refused(refused.refusals());
            case Admission.Admitted admitted ->
                    under(admitted.situation(), request, caller, deadline);
        };
    }

    private Finding under(
            Situation anybody, SearchRequest request, Caller caller, Deadline deadline) {
        Candidates candidates = new Candidates(versions.actingFor(anybody).rules().policy());
        byte[] identity = request.identity(candidates.policy().header().hash());
        Optional<Place> place = place(request.page(), identity);
        if (place.isEmpty()) {
            return new Finding.Refused(
                    List.of(
                            new Refusal(
                                    "page.token",
                                    "does not belong to this search; start it again")));
        }
        List<Found> all =
                isKnown(anybody, request, candidates) ? candidates(request, candidates) : List.of();
        return page(new Walk(request, caller, deadline), all, place.get(), identity);
    }

    private record Walk(SearchRequest request, Caller caller, Deadline deadline) {}

    /** The page at {@code place}; it ends early, with a token, where the time is up. */
    private Finding page(Walk walk, List<Found> all, Place place, byte[] identity) {
        List<Found> found = new ArrayList<>();
        int judged = 0;
        int next = all.size();
        for (int index = place.start(); index < all.size(); index++) {
            if (judged > 0 && walk.deadline().hasPassed()) {
                next = index;
                break;
            }
            judged++;
            if (isPermitted(all.get(index), walk)) {
                if (found.size() == place.limit()) {
                    next = index;
                    break;
                }
                found.add(all.get(index));
            }
        }
        boolean isMore = next < all.size();
        String token = isMore ? tokens.token(new Place(next, place.limit()), identity) : "";
        boolean tellsPage = isMore || walk.request().page().isAsked();
        return new Finding.Done(new SearchResult(found, token, tellsPage), judged);
    }

    private boolean isPermitted(Found candidate, Walk walk) {
        Map<String, @Nullable Object> evaluation =
                switch (candidate) {
                    case Found.FoundEntity(Entity entity) -> walk.request().about(entity);
                    case Found.FoundAction(String name) -> walk.request().about(name);
                };
        return switch (door.read(evaluation, Dialect.AUTHZEN, clock.instant())) {
            case Admission.Refused _ -> false;
            case Admission.Admitted admitted ->
                    isAbout(candidate, admitted.situation(), walk.request().kind())
                            && decisions
                                            .judge(believed(admitted.situation(), walk.caller()))
                                            .effect()
                                    == Effect.ALLOW;
        };
    }

    /** False for an entry of the directory that no AuthZEN request can name. */
    private static boolean isAbout(Found candidate, Situation situation, SearchKind kind) {
        String named =
                switch (kind) {
                    case SUBJECT -> situation.actor().id();
                    case RESOURCE -> situation.resource().id();
                    case ACTION -> situation.action().type();
                };
        return switch (candidate) {
            case Found.FoundEntity(Entity entity) -> named.equals(entity.key());
            case Found.FoundAction(String name) -> named.equals(name);
        };
    }

    private static Situation believed(Situation situation, Caller caller) {
        return caller.may(Scope.VOUCH)
                ? situation
                : situation.withContext(situation.context().withoutVouching());
    }

    private Optional<Place> place(PageRequest page, byte[] identity) {
        int limit = Math.min(page.limit().orElse(pageItemsMax), pageItemsMax);
        if (page.token().isEmpty()) {
            return Optional.of(new Place(0, limit));
        }
        return tokens.place(page.token().get(), identity)
                .filter(place -> page.limit().isEmpty() || place.limit() == limit);
    }

    private static boolean isKnown(
            Situation situation, SearchRequest request, Candidates candidates) {
        boolean knowsSubject =
                request.kind() == SearchKind.SUBJECT
                        || candidates.mayKnowSubject(request.typeOf("subject"), situation);
        boolean knowsResource =
                request.kind() == SearchKind.RESOURCE
                        || candidates.mayKnowResource(request.typeOf("resource"), situation);
        return knowsSubject && knowsResource;
    }

    private static List<Found> candidates(SearchRequest request, Candidates candidates) {
        return switch (request.kind()) {
            case SUBJECT -> entities(candidates.subjects(request.searchedType()));
            case RESOURCE -> entities(candidates.resources(request.searchedType()));
            case ACTION ->
                    candidates.actions().stream().<Found>map(Found.FoundAction::new).toList();
        };
    }

    private static List<Found> entities(List<Entity> entities) {
        return entities.stream().<Found>map(Found.FoundEntity::new).toList();
    }
}
