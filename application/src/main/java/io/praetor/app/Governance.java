package io.praetor.app;

import io.praetor.adapters.memory.MemoryVersionStore;
import io.praetor.adapters.neo4j.Neo4jVersionStore;
import io.praetor.adapters.sqlite.SqliteVersionStore;
import io.praetor.app.config.Config;
import io.praetor.governance.VersionStore;
import io.praetor.governance.control.VersionControl;
import io.praetor.governance.selection.FamilyViews;
import io.praetor.governance.selection.VersionSelection;
import io.praetor.governance.watching.JobReport;
import io.praetor.governance.watching.SnapshotJob;
import io.praetor.rollout.selection.CanaryShare;
import io.praetor.serving.governance.GovernanceRoutes;
import io.praetor.serving.http.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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

    private final VersionStore store;
    private final AutoCloseable closing;
    private final FamilyViews views;
    private final VersionSelection selection;

    private Governance(VersionStore store, AutoCloseable closing, Path data, byte[] key) {
        this.store = store;
        this.closing = closing;
        views = new FamilyViews(store);
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
        return new Governance(new MemoryVersionStore(), () -> {}, data, key);
    }

    private static Governance of(Config config) {
        Path data = config.data();
        return switch (config.governance().store()) {
            case MEMORY -> none(data);
            case SQLITE -> {
                SqliteVersionStore sqlite = SqliteVersionStore.open(data.resolve(STORE_FILE));
                yield new Governance(sqlite, sqlite, data, key(data.resolve(KEY_FILE)));
            }
            case NEO4J -> {
                Neo4jVersionStore neo4j = neo4j(config.governance());
                yield new Governance(neo4j, neo4j, data, key(data.resolve(KEY_FILE)));
            }
        };
    }

    private static Neo4jVersionStore neo4j(Config.Governance settings) {
        Path file =
                settings.passwordFile()
                        .orElseThrow(() -> new BadInput("`governance.password-file` is not set"));
        URI url = settings.url().orElseThrow(() -> new BadInput("`governance.url` is not set"));
        try (Stream<String> lines = Files.lines(file)) {
            return Neo4jVersionStore.open(
                    url, settings.user(), lines.findFirst().orElse("").strip());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public VersionStore store() {
        return store;
    }

    public FamilyViews views() {
        return views;
    }

    public VersionSelection selection() {
        return selection;
    }

    public VersionControl control() {
        return new VersionControl(store, InstantSource.system());
    }

    public List<Route> routes() {
        return new GovernanceRoutes(store, views, selection, InstantSource.system()).list();
    }

    /** Reads the events that are new, and the families after them. */
    public JobReport watch() {
        JobReport report = new SnapshotJob(store).runAll();
        views.refresh();
        return report;
    }

    @Override
    public void close() {
        try {
            closing.close();
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException("the governance store cannot be closed", failure);
        }
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
