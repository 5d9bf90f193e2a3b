package io.praetor.app.config;

import io.praetor.log.RecorderLimits;
import io.praetor.patterns.life.Ageing;
import io.praetor.review.ReviewSettings;
import io.praetor.serving.settings.Rate;
import io.praetor.serving.settings.ServerLimits;
import java.time.Duration;

/** Reads the limits an operator may move; the rest stay as their own records reason them. */
record LimitsReader(Values values) {
    private static final int MIB = 1024 * 1024;

    /** Beyond what memory is planned for; whoever needs more has misread a setting. */
    private static final int COUNT_MAX = 100_000;

    private static final int RATE_MAX = 10_000_000;
    private static final int HOUR_MILLIS = 3_600_000;
    private static final int DAY_MINUTES = 1_440;

    /** Ten years: evidence that hardly wears off. */
    private static final int DAYS_MAX = 3650;

    private static final int PERCENT = 100;

    /**
     * @param answerTime what one answer may take, so that the usual limit leaves room for it
     */
    ServerLimits server(Duration answerTime) {
        ServerLimits usual = ServerLimits.DEFAULT;
        int rate = values.whole(Setting.SERVER_RATE, usual.rate().perSecond(), 1, RATE_MAX);
        return new ServerLimits(
                usual.requestLineBytesMax(),
                usual.headerBytesMax(),
                values.whole(Setting.SERVER_BODY, usual.bodyBytesMax(), 1, 8 * MIB),
                count(Setting.SERVER_BATCH, usual.batchItemsMax()),
                usual.pageItemsMax(),
                count(Setting.SERVER_CONNECTIONS, usual.connectionsMax()),
                count(Setting.SERVER_REQUESTS, usual.requestsMax()),
                usual.receiveTime(),
                usual.sendTime(),
                usual.idleTime(),
                millis(Setting.SERVER_WORK, longer(usual.workTime(), answerTime)),
                millis(Setting.SERVER_DRAIN, usual.drainTime()),
                new Rate(rate, rate),
                usual.refusedRate());
    }

    RecorderLimits recorder() {
        RecorderLimits usual = RecorderLimits.DEFAULT;
        return new RecorderLimits(
                count(Setting.LOG_QUEUE, usual.queue()),
                count(Setting.LOG_BATCH, usual.batch()),
                millis(Setting.LOG_WAIT, usual.waitMax()));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    ReviewSettings reviews() {
        ReviewSettings usual = ReviewSettings.DEFAULT;
        int minutes = (int) usual.claimTime().toMinutes();
        return new ReviewSettings(
                usual.seed(),
                share(Setting.REVIEW_RANDOM, usual.floorShare()),
                usual.sampleShare(),
                share(Setting.REVIEW_BLIND, usual.blindShare()),
                share(Setting.REVIEW_KNOWN, usual.knownShare()),
                share(Setting.REVIEW_SECOND, usual.secondShare()),
                Duration.ofMinutes(values.whole(Setting.REVIEW_CLAIM, minutes, 1, DAY_MINUTES)),
                usual.correctionsToTrain());
    }

    Ageing patterns() {
        int days = (int) Ageing.DEFAULT.halfLife().toDays();
        return new Ageing(
                Duration.ofDays(values.whole(Setting.PATTERNS_HALF_LIFE, days, 1, DAYS_MAX)));
    }

    private double share(Setting setting, double usual) {
        return values.whole(setting, (int) Math.round(usual * PERCENT), 0, PERCENT)
                / (double) PERCENT;
    }

    private int count(Setting setting, int usual) {
        return values.whole(setting, usual, 1, COUNT_MAX);
    }

    private Duration millis(Setting setting, Duration usual) {
        return Duration.ofMillis(values.whole(setting, (int) usual.toMillis(), 1, HOUR_MILLIS));
    }
}
