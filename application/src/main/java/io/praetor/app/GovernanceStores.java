package io.praetor.app;

import io.praetor.adapters.memory.MemoryInterventionStore;
import io.praetor.adapters.memory.MemoryVersionStore;
import io.praetor.adapters.neo4j.Neo4jVersionStore;
import io.praetor.adapters.sqlite.SqliteInterventionStore;
import io.praetor.adapters.sqlite.SqliteVersionStore;
import io.praetor.app.config.Config;
import io.praetor.governance.VersionStore;
import io.praetor.intervention.InterventionStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Where families and interventions are kept, as configured.
 *
 * @param closing releases both
 */
record GovernanceStores(VersionStore versions, InterventionStore interventions, Runnable closing)
        implements AutoCloseable {
    static GovernanceStores inMemory() {
        return new GovernanceStores(
                new MemoryVersionStore(), new MemoryInterventionStore(), () -> {});
    }

    /** Interventions stay in the data folder's file also where families are in a graph. */
    static GovernanceStores open(Config config) {
        Path file = config.data().resolve(Governance.STORE_FILE);
        return switch (config.governance().store()) {
            case MEMORY -> inMemory();
            case SQLITE -> {
                SqliteVersionStore versions = SqliteVersionStore.open(file);
                SqliteInterventionStore beside = SqliteInterventionStore.open(file);
                yield new GovernanceStores(
                        versions,
                        beside,
                        () -> {
                            versions.close();
                            beside.close();
                        });
            }
            case NEO4J -> {
                Neo4jVersionStore versions = neo4j(config.governance());
                SqliteInterventionStore beside = SqliteInterventionStore.open(file);
                yield new GovernanceStores(
                        versions,
                        beside,
                        () -> {
                            versions.close();
                            beside.close();
                        });
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

    @Override
    public void close() {
        closing.run();
    }
}
