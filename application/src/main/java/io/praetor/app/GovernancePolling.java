package io.praetor.app;

import io.praetor.governance.StoreUnavailableException;
import io.praetor.governance.watching.JobReport;
import io.praetor.log.LogUnavailableException;
import io.praetor.rollout.family.Change;
import io.praetor.serving.telemetry.EventLog;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Runs the watch over all families again and again until it is closed, and tells of what changed.
 * Changes by other processes are seen with the next run.
 */
final class GovernancePolling implements AutoCloseable {
    /** How late an alarm, or a change by another process, acts at most. */
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final CountDownLatch closed = new CountDownLatch(1);
    private final VersionEvidence evidence;
    private final EventLog events;

    private GovernancePolling(VersionEvidence evidence, EventLog events) {
        this.evidence = evidence;
        this.events = events;
    }

    static GovernancePolling start(VersionEvidence evidence, EventLog events) {
        GovernancePolling polling = new GovernancePolling(evidence, events);
        var _ = Thread.ofPlatform().daemon().name("governance-polling").start(polling::run);
        return polling;
    }

    private void run() {
        try {
            while (!closed.await(INTERVAL.toNanos(), TimeUnit.NANOSECONDS)) {
                look();
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            evidence.watch();
            tell(evidence.untold());
        } catch (StoreUnavailableException | LogUnavailableException down) {
            evidence.governance().views().refresh();
            events.warning(
                    "governance_unavailable",
                    json -> json.writeStringProperty("cause", String.valueOf(down.getMessage())));
        } catch (RuntimeException fault) {
            // last resort: a fault in one look must not end the looking; the families stay as read
            events.error("governance_watch", fault);
        }
    }

    private void tell(JobReport report) {
        for (Change change : report.changes()) {
            events.warning(
                    "version_changed",
                    json -> {
                        json.writeStringProperty("meta_policy", change.family());
                        json.writeStringProperty("action", change.action().name());
                        json.writeStringProperty("target", change.target().label());
                        json.writeStringProperty("reason", change.reason());
                        json.writeBooleanProperty("calls_owner", report.callsOwner());
                    });
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
