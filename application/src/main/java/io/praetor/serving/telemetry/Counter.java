package io.praetor.serving.telemetry;

import java.util.concurrent.atomic.LongAdder;

/** A number of events, from 0 since the start. Thread-safe. */
public final class Counter implements Series {
    private final LongAdder events = new LongAdder();
    private final boolean saidWhenZero;

    Counter(boolean saidWhenZero) {
        this.saidWhenZero = saidWhenZero;
    }

    public void add() {
        events.increment();
    }

    public void add(long more) {
        events.add(more);
    }

    public long value() {
        return events.sum();
    }

    @Override
    public boolean isWorthSaying() {
        return saidWhenZero || events.sum() > 0;
    }

    @Override
    public void writeTo(StringBuilder text, String name, Labels labels) {
        text.append(name).append(labels.braced()).append(' ').append(events.sum()).append('\n');
    }
}
