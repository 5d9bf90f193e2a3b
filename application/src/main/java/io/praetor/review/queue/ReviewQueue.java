package io.praetor.review.queue;

import io.praetor.log.RecordId;
import io.praetor.review.Case;
import io.praetor.review.CaseBook;
import io.praetor.review.CaseBook.Reviewed;
import io.praetor.review.Claim;
import io.praetor.review.Claims;
import io.praetor.review.Conduct;
import io.praetor.review.Conduct.Need;
import io.praetor.review.Draw;
import io.praetor.review.Review;
import io.praetor.review.ReviewSettings;
import io.praetor.review.ReviewerId;
import io.praetor.review.Verdict;
import io.praetor.review.queue.Entry.Pick;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The order in which a reviewer is shown cases: by what looking is worth, with places kept for
 * random cases and for cases whose answer is known. Thread-safe.
 *
 * <p>A case of the random sample comes to its place by chance alone, never by worth, so that the
 * sample's correction rate is that of all cases.
 */
public final class ReviewQueue {
    /** Longer lists help nobody: the order has changed by then. */
    public static final int LIST_MAX = 200;

    private final CaseBook book;
    private final Claims claims;
    private final ReviewSettings settings;
    private final Draw draw;
    private final Conduct conduct;

    public ReviewQueue(CaseBook book, Claims claims, ReviewSettings settings) {
        this.book = book;
        this.claims = claims;
        this.settings = settings;
        this.draw = new Draw(settings);
        this.conduct = new Conduct(draw);
    }

    /** What has been reviewed so far, by record and by sort of case. */
    private record Known(Map<RecordId, List<Review>> reviews, Map<String, Integer> sorts) {}

    /** The reviewer's queue, first to look at first; at most {@link #LIST_MAX}. */
    public List<Entry> list(ReviewerId reviewer, Filter filter, int max) {
        Known known = known();
        Map<RecordId, Claim> held = claims.all();
        Map<Pick, List<Entry>> picked = new HashMap<>();
        for (Case each : book.newest()) {
            if (filter.admits(each) && !Conduct.isOwn(each, reviewer)) {
                entry(
                                each,
                                reviewer,
                                filter.mode(),
                                known,
                                Optional.ofNullable(held.get(each.id())))
                        .ifPresent(
                                entry ->
                                        picked.computeIfAbsent(entry.pick(), _ -> new ArrayList<>())
                                                .add(entry));
            }
        }
        return merged(picked, Math.min(max, LIST_MAX));
    }

    /** Keeps the first case that is not yet somebody's for the reviewer, and shows it. */
    public Optional<Entry> claimNext(ReviewerId reviewer, Filter filter) {
        for (Entry entry : list(reviewer, filter, LIST_MAX)) {
            Optional<Claim> claim = claims.take(entry.of().id(), reviewer);
            if (claim.isPresent()) {
                return Optional.of(with(entry, claim.get()));
            }
        }
        return Optional.empty();
    }

    /** How many cases stand in the reviewer's queue. */
    public int size(ReviewerId reviewer, Filter filter) {
        Known known = known();
        Map<RecordId, Claim> held = claims.all();
        return (int)
                book.newest().stream()
                        .filter(each -> filter.admits(each) && !Conduct.isOwn(each, reviewer))
                        .filter(
                                each ->
                                        entry(
                                                        each,
                                                        reviewer,
                                                        filter.mode(),
                                                        known,
                                                        Optional.ofNullable(held.get(each.id())))
                                                .isPresent())
                        .count();
    }

    private static Entry with(Entry entry, Claim claim) {
        return new Entry(
                entry.of(),
                entry.pick(),
                entry.need(),
                entry.blind(),
                entry.worth(),
                entry.reasons(),
                Optional.of(claim));
    }

    private Known known() {
        Map<RecordId, List<Review>> reviews = new HashMap<>();
        Map<String, Integer> sorts = new HashMap<>();
        for (Reviewed reviewed : book.reviewed()) {
            reviews.put(reviewed.of().id(), reviewed.reviews());
            sorts.merge(reviewed.of().traits().sort(), 1, Integer::sum);
        }
        return new Known(reviews, sorts);
    }

    private Optional<Entry> entry(
            Case each, ReviewerId reviewer, Mode mode, Known known, Optional<Claim> claim) {
        List<Review> reviews = known.reviews().getOrDefault(each.id(), List.of());
        boolean isDone = reviews.stream().anyMatch(review -> review.reviewer().equals(reviewer));
        boolean isOthers = claim.filter(c -> !c.reviewer().equals(reviewer)).isPresent();
        boolean isTest = !isDone && draw.isTest(each, reviewer);
        boolean blind = !isDone && draw.isBlind(each.id(), reviewer);
        Need need = conduct.need(each, reviews);
        boolean stands =
                switch (mode) {
                    case UNREVIEWED -> !isDone && !isOthers && (need != Need.NONE || isTest);
                    case INCORRECT -> !isTest && !blind && isIncorrect(each, reviews);
                    case ALL -> true;
                };
        if (!stands) {
            return Optional.empty();
        }
        int ofSort = known.sorts().getOrDefault(each.traits().sort(), 0);
        Worth worth = isTest ? withoutAnswer(Worth.of(each, ofSort)) : Worth.of(each, ofSort);
        Pick pick = claim.isPresent() && !isOthers ? Pick.CLAIMED : pick(each, need, isTest);
        List<String> reasons = reasons(each, pick, need, blind, worth.reasons(each, ofSort));
        return Optional.of(new Entry(each, pick, need, blind, worth, reasons, claim));
    }

    private Pick pick(Case each, Need need, boolean isTest) {
        if (isTest) {
            return Pick.TEST;
        }
        return need == Need.FIRST && draw.isSampled(each.id()) ? Pick.RANDOM : Pick.WORTH;
    }

    private static boolean isIncorrect(Case each, List<Review> reviews) {
        boolean isCorrected =
                !reviews.isEmpty() && reviews.getLast().verdict() instanceof Verdict.Corrected;
        return each.isIncorrect() || isCorrected;
    }

    /** What a test knows must not show in its rank. */
    private static Worth withoutAnswer(Worth worth) {
        return new Worth(worth.uncertainty(), worth.mismatch(), worth.novelty(), 0, worth.stakes());
    }

    private List<String> reasons(
            Case each, Pick pick, Need need, boolean blind, List<String> worth) {
        List<String> reasons = new ArrayList<>();
        if (need == Need.ADJUDICATION) {
            reasons.add("two reviewers came to different decisions: settle it");
        }
        if (pick == Pick.CLAIMED) {
            claims.of(each.id())
                    .flatMap(Claim::by)
                    .ifPresent(by -> reasons.add("passed on by `%s`".formatted(by)));
        }
        if (pick == Pick.RANDOM) {
            reasons.add("drawn at random, so that rates stay unbiased");
        }
        if (blind) {
            reasons.add("shown blind: give the decision you would make, then see what was decided");
            return reasons;
        }
        reasons.addAll(worth);
        return reasons;
    }

    private List<Entry> merged(Map<Pick, List<Entry>> picked, int max) {
        List<Entry> ranked = new ArrayList<>(sorted(picked, Pick.CLAIMED, byWorth()));
        Deque<Entry> worth = sorted(picked, Pick.WORTH, byWorth());
        Deque<Entry> random =
                sorted(
                        picked,
                        Pick.RANDOM,
                        Comparator.comparingDouble(entry -> draw.turn(entry.of().id())));
        Deque<Entry> tests = sorted(picked, Pick.TEST, byWorth());
        int randomEvery = every(settings.floorShare());
        int testEvery = every(settings.knownShare());
        for (int place = 1; !(worth.isEmpty() && random.isEmpty() && tests.isEmpty()); place++) {
            if (ranked.size() >= max) {
                break;
            }
            boolean isRandom = place % randomEvery == 0 || worth.isEmpty();
            boolean isTest = place % testEvery == 0 || worth.isEmpty();
            if (isRandom && !random.isEmpty()) {
                ranked.add(random.removeFirst());
            } else if (isTest && !tests.isEmpty()) {
                ranked.add(tests.removeFirst());
            } else if (!worth.isEmpty()) {
                ranked.add(worth.removeFirst());
            }
        }
        return ranked.size() > max ? List.copyOf(ranked.subList(0, max)) : ranked;
    }

    private static int every(double share) {
        return share == 0 ? Integer.MAX_VALUE : (int) Math.max(1, Math.round(1 / share));
    }

    private static Deque<Entry> sorted(
            Map<Pick, List<Entry>> picked, Pick pick, Comparator<Entry> order) {
        List<Entry> entries = new ArrayList<>(picked.getOrDefault(pick, List.of()));
        entries.sort(order);
        return new ArrayDeque<>(entries);
    }

    /** Conflicts first, then by worth, then the older. */
    private static Comparator<Entry> byWorth() {
        return Comparator.comparing((Entry entry) -> entry.need() != Need.ADJUDICATION)
                .thenComparing(
                        Comparator.comparingDouble((Entry entry) -> entry.worth().value())
                                .reversed())
                .thenComparing(entry -> entry.of().at())
                .thenComparing(entry -> entry.of().id().value());
    }
}
