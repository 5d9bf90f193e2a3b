package io.praetor.review;

import io.praetor.policy.Effect;
import io.praetor.review.Reception.Cause;
import io.praetor.review.Reception.Kept;
import io.praetor.review.Reception.Refused;
import io.praetor.review.Review.Looking;
import io.praetor.review.Submission.Remarks;
import io.praetor.review.Verdict.Accepted;
import io.praetor.review.Verdict.Corrected;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Takes reviews in: checks them, stamps them, keeps them, tells who listens. Every door to
 * reviewing hands in here. Thread-safe; one review at a time. Where the store fails it throws
 * {@link io.praetor.log.LogUnavailableException}, and nothing was kept.
 */
public final class ReviewDesk {
    private final CaseBook book;
    private final ReviewStore store;
    private final Claims claims;
    private final Stamp stamp;
    private final List<Consumer<Review>> listeners;

    /**
     * What a review gets here.
     *
     * @param draw says which cases are blind
     */
    public record Stamp(InstantSource clock, Supplier<ReviewId> ids, Draw draw) {}

    /**
     * @param store the one {@code book} follows
     * @param listeners told of each kept review, in order, before {@link #submit} returns; they
     *     throw nothing, for the review is kept already
     */
    public ReviewDesk(
            CaseBook book,
            ReviewStore store,
            Claims claims,
            Stamp stamp,
            List<Consumer<Review>> listeners) {
        this.book = book;
        this.store = store;
        this.claims = claims;
        this.stamp = stamp;
        this.listeners = List.copyOf(listeners);
    }

    /** Takes a reviewer's verdict on a case. */
    public synchronized Reception submit(ReviewerId reviewer, Submission said) {
        Optional<Case> found = book.find(said.record());
        if (found.isEmpty()) {
            return new Refused(
                    Cause.NO_SUCH_CASE, "no decision `%s` in the log".formatted(said.record()));
        }
        Case of = found.get();
        List<Review> before = store.of(of.id());
        return objection(of, before, reviewer, said)
                .<Reception>map(refused -> refused)
                .orElseGet(() -> keep(of, reviewer, said));
    }

    private Optional<Refused> objection(
            Case of, List<Review> before, ReviewerId reviewer, Submission said) {
        if (!of.hash().equals(said.recordHash())) {
            return refused(
                    Cause.HASH_DIFFERS,
                    "the record's hash is %s; open the case again".formatted(of.hash()));
        }
        if (Conduct.isOwn(of, reviewer)) {
            return refused(
                    Cause.OWN_ACTION, "nobody reviews an action of their own; leave it to others");
        }
        boolean isSecond = before.stream().anyMatch(each -> each.reviewer().equals(reviewer));
        if (isSecond != said.isRevision()) {
            return refused(
                    Cause.ALREADY_REVIEWED,
                    isSecond
                            ? "you reviewed it already; say `revises` to take that back"
                            : "there is nothing of yours to revise");
        }
        boolean isTaken =
                claims.of(of.id()).filter(c -> !c.reviewer().equals(reviewer)).isPresent();
        if (isTaken) {
            return refused(Cause.CLAIMED, "somebody else is at it; take another case");
        }
        return wrongVerdict(of, isBlind(of, reviewer, said), said.verdict());
    }

    private static Optional<Refused> wrongVerdict(Case of, boolean blind, Verdict verdict) {
        return switch (verdict) {
            case Accepted() when blind ->
                    refused(
                            Cause.WRONG_VERDICT,
                            "it is shown blind: give the decision you would make");
            case Accepted() when of.effect().isEmpty() ->
                    refused(
                            Cause.WRONG_VERDICT,
                            "its label means nothing, so that it cannot be accepted; give the"
                                    + " decision");
            case Corrected corrected when blind && corrected.decision().isEmpty() ->
                    refused(
                            Cause.WRONG_VERDICT,
                            "it is shown blind: give the decision you would make");
            case Corrected corrected when !blind && isNothing(corrected, of) ->
                    refused(
                            Cause.WRONG_VERDICT,
                            "that is what was decided; accept it, or say what is wrong");
            case Accepted(), Corrected _ -> Optional.empty();
        };
    }

    /** Whether the only thing corrected is a decision that was made so. */
    private static boolean isNothing(Corrected corrected, Case of) {
        return corrected.decision().isPresent()
                && corrected.decision().equals(of.effect())
                && isOnlyDecision(corrected);
    }

    private static boolean isOnlyDecision(Corrected corrected) {
        return corrected.reasoning().isEmpty()
                && corrected.classification().isEmpty()
                && corrected.risk().isEmpty()
                && corrected.citations().isEmpty();
    }

    private static Optional<Refused> refused(Cause cause, String why) {
        return Optional.of(new Refused(cause, why));
    }

    /** A revision is made with the advice in view. */
    private boolean isBlind(Case of, ReviewerId reviewer, Submission said) {
        return !said.isRevision() && stamp.draw().isBlind(of.id(), reviewer);
    }

    private Reception keep(Case of, ReviewerId reviewer, Submission said) {
        Instant now = stamp.clock().instant();
        boolean blind = isBlind(of, reviewer, said);
        Optional<Duration> claimed =
                claims.of(of.id()).map(claim -> Duration.between(claim.since(), now));
        Remarks remarks = said.remarks();
        Review review =
                new Review(
                        stamp.ids().get(),
                        of.id(),
                        of.hash(),
                        reviewer,
                        now,
                        settled(of, blind, said.verdict()),
                        new Looking(
                                blind,
                                note(blind, said),
                                remarks.explanationScore(),
                                remarks.adviceHelped(),
                                remarks.took().or(() -> claimed)));
        store.append(review);
        claims.release(of.id(), reviewer);
        listeners.forEach(listener -> listener.accept(review));
        return new Kept(review);
    }

    /** Who decides blind as it was decided, accepts; their own reasons correct nothing. */
    private static Verdict settled(Case of, boolean blind, Verdict verdict) {
        return switch (verdict) {
            case Accepted accepted -> accepted;
            case Corrected corrected when blind ->
                    corrected.decision().equals(of.effect())
                            ? Verdict.ACCEPTED
                            : with(corrected, corrected.decision(), of);
            case Corrected corrected ->
                    corrected.decision().equals(of.effect())
                            ? with(corrected, Optional.empty(), of)
                            : with(corrected, corrected.decision(), of);
        };
    }

    private static Corrected with(Corrected corrected, Optional<Effect> decision, Case of) {
        return new Corrected(
                decision,
                corrected.reasoning(),
                corrected.classification(),
                corrected.risk(),
                corrected.citations(),
                corrected.kind().or(() -> decision.flatMap(to -> kind(of, to))));
    }

    private static Optional<Disagreement> kind(Case of, Effect to) {
        return of.effect()
                .map(
                        decided ->
                                to.isStricterThan(decided)
                                        ? Disagreement.TOO_PERMISSIVE
                                        : Disagreement.TOO_STRICT);
    }

    /** Reasons that were given blind are no correction of reasons nobody had shown. */
    private static Optional<String> note(boolean blind, Submission said) {
        Optional<String> note = said.remarks().note();
        return blind && note.isEmpty() && said.verdict() instanceof Corrected corrected
                ? corrected.reasoning()
                : note;
    }
}
