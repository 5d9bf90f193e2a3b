package io.praetor.governance.watching;

import io.praetor.governance.Event;
import io.praetor.governance.FamilyRecord;
import io.praetor.governance.VersionStore;
import java.util.List;
import java.util.Optional;

/**
 * Reads the events of a family that were not read yet, each once, and keeps what they came to:
 * progress, snapshots and changes in one transaction a page. Stopped anywhere and started again, it
 * ends with the same state, since it goes by the events' own times. Thread-safe; of several runs at
 * once one advances.
 */
public record SnapshotJob(VersionStore store) {
    /** Runs at once over the same family leave each other this many chances. */
    private static final int ATTEMPTS_MAX = 5;

    /** Over every family. */
    public JobReport runAll() {
        JobReport all = JobReport.NOTHING;
        for (FamilyRecord record : store.families()) {
            all = all.plus(run(record.family().id()));
        }
        return all;
    }

    /** Over one family, to the last event it has now; nothing for a family that is not there. */
    public JobReport run(String family) {
        JobReport all = JobReport.NOTHING;
        int failed = 0;
        while (failed < ATTEMPTS_MAX) {
            Optional<JobReport> page = page(family);
            if (page.isPresent() && page.get().events() == 0) {
                return all;
            }
            failed = page.isPresent() ? 0 : failed + 1;
            all = all.plus(page.orElse(JobReport.NOTHING));
        }
        return all;
    }

    /** The next page; empty where another run was faster. */
    private Optional<JobReport> page(String family) {
        Optional<FamilyRecord> record = store.family(family);
        if (record.isEmpty()) {
            return Optional.of(JobReport.NOTHING);
        }
        long watermark = record.get().progress().watermark();
        List<Event> events = store.events(family, watermark, VersionStore.PAGE_MAX);
        if (events.isEmpty()) {
            return Optional.of(JobReport.NOTHING);
        }
        FamilyReading reading = new FamilyReading(record.get());
        events.forEach(reading::take);
        return store.commit(reading.commit()).map(_ -> reading.report());
    }
}
