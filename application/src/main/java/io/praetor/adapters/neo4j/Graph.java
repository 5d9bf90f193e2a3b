package io.praetor.adapters.neo4j;

import io.praetor.governance.GovernanceJson;
import io.praetor.governance.StoreUnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Logging;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.exceptions.Neo4jException;

/** The connection to a Neo4j server, and work on it in transactions. Thread-safe. */
final class Graph implements AutoCloseable {
    /** Each run once, in this order; every statement in them may be run again. */
    private static final List<String> MIGRATIONS = List.of("1-governance.cypher");

    /**
     * For connecting, for a free connection and for trying a transaction again, each; together
     * within what a request may take, so that who asks hears that the store is down.
     */
    private static final Duration WAIT_MAX = Duration.ofMillis(1_500);

    private final URI url;
    private final Driver driver;

    private Graph(URI url, Driver driver) {
        this.url = url;
        this.driver = driver;
    }

    /** Connects and brings the schema up to date. */
    static Graph open(URI url, AuthToken who) {
        Config config =
                Config.builder()
                        .withLogging(Logging.none())
                        .withConnectionTimeout(WAIT_MAX.toMillis(), TimeUnit.MILLISECONDS)
                        .withConnectionAcquisitionTimeout(
                                WAIT_MAX.toMillis(), TimeUnit.MILLISECONDS)
                        .withMaxTransactionRetryTime(WAIT_MAX.toMillis(), TimeUnit.MILLISECONDS)
                        .build();
        Graph graph = new Graph(url, GraphDatabase.driver(url, who, config));
        try {
            graph.migrate();
            return graph;
        } catch (StoreUnavailableException unreachable) {
            graph.close();
            throw unreachable;
        }
    }

    /** Schema and data cannot change in one transaction, so each statement has its own. */
    private void migrate() {
        for (String migration : MIGRATIONS) {
            for (String statement : text(migration).split(";", -1)) {
                if (!statement.isBlank()) {
                    write(on -> on.run(statement.strip()).consume());
                }
            }
        }
    }

    <T> T read(Function<TransactionContext, T> work) {
        try (Session session = driver.session()) {
            return session.executeRead(work::apply);
        } catch (Neo4jException failure) {
            throw unavailable(failure);
        }
    }

    <T> T write(Function<TransactionContext, T> work) {
        try (Session session = driver.session()) {
            return session.executeWrite(work::apply);
        } catch (Neo4jException failure) {
            throw unavailable(failure);
        }
    }

    /** The first row's first value, where there is a row. */
    static Optional<Record> one(
            TransactionContext on, String cypher, Map<String, Object> parameters) {
        return on.run(cypher, parameters).list().stream().findFirst();
    }

    /** What a property of JSON text says; text that is none of ours makes the store unusable. */
    static <T> T json(Record row, String column, Class<T> type) {
        try {
            return GovernanceJson.value(row.get(column).asString(), type);
        } catch (IllegalArgumentException garbled) {
            throw new StoreUnavailableException(
                    "neo4j: " + garbled.getMessage() + "; restore it from a backup", garbled);
        }
    }

    @Override
    public void close() {
        driver.close();
    }

    private StoreUnavailableException unavailable(Neo4jException failure) {
        return new StoreUnavailableException(
                "%s: governance store cannot be used: %s; see that Neo4j runs there and"
                        .concat(" that the settings under `governance` fit")
                        .formatted(url, Objects.requireNonNullElse(failure.getMessage(), "")),
                failure);
    }

    private static String text(String migration) {
        try (InputStream resource =
                Objects.requireNonNull(Graph.class.getResourceAsStream(migration), migration)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
