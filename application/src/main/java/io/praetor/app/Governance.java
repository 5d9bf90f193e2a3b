package io.praetor.app;

import io.praetor.app.config.Config;
import io.praetor.governance.VersionStore;
import io.praetor.governance.selection.FamilyViews;
import io.praetor.governance.selection.VersionSelection;
import io.praetor.governance.watching.JobReport;
import io.praetor.governance.watching.SnapshotJob;
import io.praetor.intervention.InterventionDesk;
import io.praetor.rollout.selection.CanaryShare;
import io.praetor.serving.governance.GovernanceRoutes;
import io.praetor.serving.governance.InterventionRoutes;
import io.praetor.serving.http.Route;
import io.praetor.serving.page.RolloutRoutes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Everything about which version acts: the store, the selection, the watch. Thread-safe. */
public final class Governance implements AutoCloseable {
    /** The store in the data folder. */
    public static final Path STORE_FILE = Path.of("governance.db");

    /** Where this file is in the data folder, rules decide alone, whatever the families say. */
    public static final Path HALT_FILE = Path.of("halt");

    private static final Path KEY_FILE = Path.of("governance.key");
    private static final int KEY_BYTES = 32;

    /** At most one request in twenty; also what the design allows at most. */
    private static final double CANARY_SHARE = .05;

    private final GovernanceStores stores;
    private final FamilyViews views;
    private final VersionSelection selection;

    private Governance(GovernanceStores stores, Path data, byte[] key) {
        this.stores = stores;
        views = new FamilyViews(stores.versions());
        Path halt = data.resolve(HALT_FILE);
        selection =
                new VersionSelection(
                        views, new CanaryShare(key, CANARY_SHARE), () -> Files.exists(halt));
    }

    /** Opens the configured store and reads the families. */
    public static Governance open(Config config) {
        Governance governance = of(config);
        governance.views.refresh();
        return governance;
    }

    /**
     * The same for a single verb: where no store was ever made there are no families, and none is
     * made now.
     */
    public static Governance ifThere(Config config) {
        boolean isFile = config.governance().store() == Config.Governance.Store.SQLITE;
        boolean isMissing = isFile && !Files.exists(config.data().resolve(STORE_FILE));
        return isMissing ? none(config.data()) : open(config);
    }

    private static Governance none(Path data) {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return new Governance(GovernanceStores.inMemory(), data, key);
    }

    private static Governance of(Config config) {
        return new Governance(
                GovernanceStores.open(config), config.data(), key(config.data().resolve(KEY_FILE)));
    }

    public VersionStore store() {
        return stores.versions();
    }

    public FamilyViews views() {
        return views;
    }

    public VersionSelection selection() {
        return selection;
    }

    public List<Route> routes() {
        InstantSource clock = InstantSource.system();
        List<Route> all =
                new ArrayList<>(new GovernanceRoutes(store(), views, selection, clock).list());
        all.addAll(new RolloutRoutes(store(), clock).list());
        all.addAll(
                new InterventionRoutes(new InterventionDesk(stores.interventions(), clock)).list());
        return List.copyOf(all);
    }

    /** Reads the events that are new, and the families after them. */
    public JobReport watch() {
        JobReport report = new SnapshotJob(store()).runAll();
        views.refresh();
        return report;
    }

    @Override
    public void close() {
        stores.close();
    }

    /** The key of the canary share, made once: who knows it can tell which request is drawn. */
    private static byte[] key(Path file) {
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "key", "");
                Files.setPosixFilePermissions(
                        fresh,
                        Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
                byte[] key = new byte[KEY_BYTES];
                new SecureRandom().nextBytes(key);
                Files.write(fresh, key);
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            }
            byte[] key = Files.readAllBytes(file);
            if (key.length < KEY_BYTES) {
                throw new BadInput(file + ": is no key; delete it and one is made");
            }
            return key;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
