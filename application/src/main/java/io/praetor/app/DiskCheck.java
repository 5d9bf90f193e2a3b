package io.praetor.app;

import io.praetor.app.Doctor.Check;
import io.praetor.app.config.Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** How long the disk lasts, by the figures of the deployment checklist. */
record DiskCheck(Config config) {
    private static final double GIGABYTE = 1e9;
    private static final double MODEL_BYTES = 2.49 * GIGABYTE;
    private static final double LOG_BYTES_A_DAY = 100e6;
    private static final double ADVISED_BYTES = 5 * GIGABYTE;

    Check check() {
        Path there = config.data().toAbsolutePath();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        try {
            return of((double) Files.getFileStore(there).getUsableSpace(), hasModel());
        } catch (IOException unreadable) {
            return Check.missing("disk", there + " does not tell its room", "df -h " + there);
        }
    }

    /** A model in this process takes its room once; the rest is the log's. */
    static Check of(double free, boolean hasModel) {
        double left = free - (hasModel ? 0 : MODEL_BYTES);
        String said =
                String.format(
                        Locale.ROOT,
                        "%.1f GB free, %.0f days of log at 100 MB a day%s",
                        free / GIGABYTE,
                        Math.floor(Math.max(0, left) / LOG_BYTES_A_DAY),
                        hasModel ? "" : " beside a model of 2.49 GB");
        double advised = ADVISED_BYTES - (hasModel ? MODEL_BYTES : 0);
        return free >= advised
                ? Check.ok("disk", said)
                : Check.missing(
                        "disk",
                        said + "; 5 GB are advised",
                        "free some room, or export PRAETOR_HOME=FOLDER on a larger disk");
    }

    private boolean hasModel() {
        return config.model().url().isPresent()
                || config.model().path().filter(Files::exists).isPresent();
    }
}
