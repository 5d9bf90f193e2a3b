package io.praetor.review;

import io.praetor.policy.Effect;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** The rules of reviewing: whose case it may be, and how many opinions it wants. Pure. */
public final class Conduct {
    private final Draw draw;

    public Conduct(Draw draw) {
        this.draw = draw;
    }

    /** Why a case wants another opinion. */
    public enum Need {
        /** Nobody has looked at it. */
        FIRST,
        /** It was drawn for two reviewers. */
        SECOND,
        /** Two reviewers came to different effects; a third settles it. */
        ADJUDICATION,
        /** It has what it needs. */
        NONE
    }

    /** What the case still wants, its current reviews being these. */
    public Need need(Case of, List<Review> reviews) {
        Collection<Review> opinions = new CaseBook.Reviewed(of, reviews).opinions();
        if (opinions.isEmpty()) {
            return of.isReviewedElsewhere() ? Need.NONE : Need.FIRST;
        }
        if (opinions.size() == 1) {
            return draw.isSeenTwice(of.id()) ? Need.SECOND : Need.NONE;
        }
        return opinions.size() == 2 && isConflict(of, opinions) ? Need.ADJUDICATION : Need.NONE;
    }

    private static boolean isConflict(Case of, Collection<Review> opinions) {
        return opinions.stream().map(review -> effect(of, review)).distinct().count() > 1;
    }

    /**
     * The effect that a review leaves the case with. A label that means nothing cannot be accepted,
     * so that there always is one; DENY stands for a broken pair.
     */
    public static Effect effect(Case of, Review review) {
        return review.verdict().effectAfter(of.effect().orElse(Effect.DENY));
    }

    /** Whether the reviewer would judge an action of their own, or of somebody acting for them. */
    public static boolean isOwn(Case of, ReviewerId reviewer) {
        String name = bare(reviewer.value());
        return of.people().stream().anyMatch(person -> bare(person).equals(name));
    }

    /** Whoever has the same name behind the scheme may be the same person: better not. */
    private static String bare(String id) {
        return id.substring(id.lastIndexOf(':') + 1).strip().toLowerCase(Locale.ROOT);
    }
}
