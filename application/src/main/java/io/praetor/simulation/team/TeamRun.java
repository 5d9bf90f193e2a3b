package io.praetor.simulation.team;

import io.praetor.decision.ActingVersion;
import io.praetor.decision.Authority;
import io.praetor.decision.ConfidenceFloors;
import io.praetor.decision.Evaluator;
import io.praetor.decision.Judge;
import io.praetor.decision.Judgement;
import io.praetor.patterns.Pattern;
import io.praetor.patterns.PatternId;
import io.praetor.patterns.features.ProfileReader;
import io.praetor.patterns.life.Ageing;
import io.praetor.patterns.life.PatternBook;
import io.praetor.patterns.mining.Confirmation;
import io.praetor.policy.Effect;
import io.praetor.policy.Evaluation;
import io.praetor.policy.PolicySet;
import io.praetor.rules.RuleEngine;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;

/**
 * A team's decisions one after the other, by the real rules and patterns: each is decided by what
 * was learnt before it, then reviewed, then learnt from.
 *
 * <p>Every decision that no pattern answered is reviewed, and some of the others. After each
 * hundred decisions patterns are mined, and a simulated approver lets them answer.
 */
public final class TeamRun {
    /** The share of the stream, at its end, that figures are claimed for. */
    public static final double HELD_OUT = .2;

    private static final double REVIEWED_AFTER_PATTERN = .15;
    private static final int DECISIONS_BETWEEN_MININGS = 100;
    private static final String APPROVER = "user:olivia";
    private static final Authority RULES_AND_PATTERNS =
            new Authority(
                    "live",
                    Set.of(Evaluator.RULES, Evaluator.PATTERN),
                    Set.of(Evaluator.RULES, Evaluator.PATTERN));

    private final RuleEngine rules;
    private final PatternBook book;
    private final Judge judge = new Judge(ConfidenceFloors.DEFAULT, () -> 0);
    private final SplittableRandom random;
    private final Reviewers reviewers;
    private final TeamTally whole = new TeamTally();
    private final TeamTally heldOut = new TeamTally();
    private final Map<PatternId, Deque<Heard>> trusted = new HashMap<>();
    private int reviews;
    private int suspensions;

    /** So many of a suspended pattern's answers are looked at again. */
    private static final int LOOKED_BACK = 12;

    /** A decision that somebody may review. */
    private record Heard(Judgement judged, Effect atLeast, Effect right) {}

    private TeamRun(RuleEngine rules, long seed) {
        this.rules = rules;
        book = new PatternBook(new ProfileReader(rules.policy()), Ageing.DEFAULT, List.of());
        random = new SplittableRandom(~seed);
        reviewers = new Reviewers(random.split());
    }

    /**
     * @param progress hears of every decision
     */
    public static TeamFigures run(
            PolicySet policy, long seed, int decisions, IntConsumer progress) {
        TeamRun run = new TeamRun(RuleEngine.compile(policy), seed);
        List<Ask> asks = Stream.of(seed, decisions);
        int heldOutFrom = (int) Math.round(decisions * (1 - HELD_OUT));
        for (int i = 0; i < decisions; i++) {
            run.step(asks.get(i), i >= heldOutFrom);
            if ((i + 1) % DECISIONS_BETWEEN_MININGS == 0) {
                run.learn(asks.get(i));
            }
            progress.accept(i + 1);
        }
        return run.figures(seed);
    }

    private void step(Ask ask, boolean isHeldOut) {
        ActingVersion version =
                new ActingVersion(
                        "simulated", rules, book.library(), Optional.empty(), RULES_AND_PATTERNS);
        Judgement judged =
                judge.judge(TeamReviews.counted(ask.situation(), rules.policy()), version);
        if (!(judged.trail().rules().evaluation() instanceof Evaluation.Applicable said)
                || said.isConclusive()) {
            whole.settledByRules();
            return;
        }
        Effect right = ask.right().strictest(said.effect());
        boolean isHit = judged.trail().pattern().isPresent();
        whole.open(isHit, judged.resolution().effect(), right, ask.isNovel());
        if (isHeldOut) {
            heldOut.open(isHit, judged.resolution().effect(), right, ask.isNovel());
        }
        if (!isHit || random.nextDouble() < REVIEWED_AFTER_PATTERN) {
            review(new Heard(judged, said.effect(), right), judged.situation().at());
        } else {
            judged.trail()
                    .pattern()
                    .ifPresent(
                            it -> remember(it.pattern(), new Heard(judged, said.effect(), right)));
        }
    }

    private void remember(PatternId pattern, Heard heard) {
        Deque<Heard> unreviewed = trusted.computeIfAbsent(pattern, _ -> new ArrayDeque<>());
        unreviewed.addFirst(heard);
        if (unreviewed.size() > LOOKED_BACK) {
            unreviewed.removeLast();
        }
    }

    /** Where a correction stops a pattern, its newest answers that nobody looked at come next. */
    private void review(Heard heard, Instant at) {
        Confirmation said = confirmation(heard, at);
        book.recall(said);
        for (Pattern suspended : book.contradict(said)) {
            suspensions++;
            Deque<Heard> unreviewed = trusted.remove(suspended.id());
            if (unreviewed != null) {
                unreviewed.forEach(each -> review(each, at));
            }
        }
    }

    private Confirmation confirmation(Heard heard, Instant at) {
        Judgement judged = heard.judged();
        var ruled = judged.trail().rules();
        return new Confirmation(
                "review-%06d".formatted(reviews),
                "decision-%06d".formatted(reviews++),
                at,
                book.reader().read(judged.situation(), ruled.evaluation(), ruled.risk()),
                heard.atLeast(),
                reviewers.verdict(heard.right(), heard.atLeast()),
                judged.clauses());
    }

    private void learn(Ask last) {
        book.mine(last.situation().at(), _ -> {});
        book.approve(last.situation().at(), APPROVER, "each holds its own bound");
    }

    private TeamFigures figures(long seed) {
        long active = book.all().stream().filter(each -> each.isActive()).count();
        return new TeamFigures(
                seed, whole.share(), heldOut.share(), reviews, suspensions, (int) active);
    }
}
