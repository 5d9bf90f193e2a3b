package io.praetor.review;

import io.praetor.log.ChainedRecord;
import io.praetor.log.DecisionLog;
import io.praetor.log.LogEntry.DecisionRecord;
import io.praetor.log.RecordCodec;
import io.praetor.log.RecordId;
import io.praetor.log.RecordedDecision;
import io.praetor.policy.Effect;
import io.praetor.review.CaseView.Advice;
import io.praetor.review.Conduct.Need;
import java.util.List;
import java.util.Optional;

/** Shows cases to reviewers, each only what they may see. Thread-safe. */
public final class CaseViews {
    private final DecisionLog log;
    private final CaseBook book;
    private final PolicyTexts policies;
    private final Draw draw;

    public CaseViews(DecisionLog log, CaseBook book, PolicyTexts policies, Draw draw) {
        this.log = log;
        this.book = book;
        this.policies = policies;
        this.draw = draw;
    }

    /** Empty where there is no such record, or it decides nothing. */
    public Optional<CaseView> of(RecordId id, ReviewerId viewer) {
        return log.find(id)
                .flatMap(record -> CaseReading.of(record).map(of -> view(of, record, viewer)));
    }

    /** Whether what was decided is held back from this viewer. */
    public boolean isBlind(Case of, ReviewerId viewer) {
        return draw.isBlind(of.id(), viewer) && !isDone(of, viewer);
    }

    private boolean isDone(Case of, ReviewerId viewer) {
        return book.reviewsOf(of.id()).stream().anyMatch(each -> each.reviewer().equals(viewer));
    }

    private CaseView view(Case of, ChainedRecord record, ReviewerId viewer) {
        List<Review> reviews = book.reviewsOf(of.id());
        Need need = new Conduct(draw).need(of, reviews);
        boolean isDone = isDone(of, viewer);
        boolean blind = isBlind(of, viewer);
        boolean isHeldBack = blind || (!isDone && draw.isTest(of, viewer));
        boolean isOpen = isDone || (!isHeldBack && need != Need.SECOND);
        Optional<Effect> expected = isHeldBack ? Optional.empty() : of.expected();
        return new CaseView(
                of,
                record,
                need,
                blind,
                Conduct.isOwn(of, viewer),
                isDone,
                blind ? Optional.empty() : Optional.of(advice(record)),
                expected,
                isOpen ? reviews : List.of());
    }

    private Advice advice(ChainedRecord record) {
        return RecordCodec.decode(record.record()) instanceof DecisionRecord decided
                ? policies.find(decided.policy().hash())
                        .flatMap(policy -> RecordedDecision.of(decided, policy))
                        .<Advice>map(Advice.Explained::new)
                        .orElseGet(Advice.Bare::new)
                : new Advice.Bare();
    }
}
