package io.praetor.governance.report;

/** How far back a report looks. */
public enum Period {
    DAY(1),
    WEEK(7),
    MONTH(30);

    private final int days;

    Period(int days) {
        this.days = days;
    }

    public int days() {
        return days;
    }
}
