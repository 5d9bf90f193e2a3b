package io.praetor.log.export;

import io.praetor.log.export.ExportPolicy.Outcome.Kept;
import java.util.List;
import java.util.Optional;

/** How an event is written down. */
public enum EventFormat {
    /** The whole event as one canonical JSON object a line. */
    JSONL {
        @Override
        Optional<String> line(Kept kept, String origin) {
            return Optional.of(EventJson.write(kept.event()));
        }
    },
    /** Decisions as rows of a table (RFC 4180), with a header. */
    CSV {
        @Override
        List<String> opening() {
            return List.of(CsvRow.HEADER);
        }

        @Override
        Optional<String> line(Kept kept, String origin) {
            return CsvRow.of(kept.event());
        }
    },
    /** Decisions as decision-log events of the Open Policy Agent, one a line. */
    OPA {
        @Override
        Optional<String> line(Kept kept, String origin) {
            return OpaEvent.of(kept, origin).map(EventJson::write);
        }
    };

    /** Lines that stand before all others. */
    List<String> opening() {
        return List.of();
    }

    /** Empty where the format has no room for this kind of record. */
    abstract Optional<String> line(Kept kept, String origin);
}
