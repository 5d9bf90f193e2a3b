package io.praetor.adapters.neo4j;

import io.praetor.governance.Answered;
import io.praetor.governance.Commit;
import io.praetor.governance.EpisodeView;
import io.praetor.governance.Event;
import io.praetor.governance.Family;
import io.praetor.governance.FamilyRecord;
import io.praetor.governance.RecordedEpisode;
import io.praetor.governance.RecordedOutcome;
import io.praetor.governance.RefusedChange;
import io.praetor.governance.TrustSnapshot;
import io.praetor.governance.Version;
import io.praetor.governance.VersionStore;
import io.praetor.rollout.evidence.VersionId;
import io.praetor.rollout.family.Change;
import io.praetor.rollout.family.Ruling;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.neo4j.driver.AuthTokens;

/**
 * Versions as a graph in Neo4j, over Bolt; the labels and relationships are those of seed 004. Any
 * number of processes. Thread-safe.
 */
public final class Neo4jVersionStore implements VersionStore, AutoCloseable {
    private final Graph graph;

    private Neo4jVersionStore(Graph graph) {
        this.graph = graph;
    }

    /** Connects to a server as a user, and brings its schema up to date. */
    public static Neo4jVersionStore open(URI url, String user, String password) {
        return new Neo4jVersionStore(Graph.open(url, AuthTokens.basic(user, password)));
    }

    @Override
    public List<FamilyRecord> families() {
        return graph.read(on -> new GraphReading(on).families());
    }

    @Override
    public Optional<FamilyRecord> family(String id) {
        return graph.read(on -> new GraphReading(on).family(id));
    }

    @Override
    public boolean found(Family family, Version shipped, Ruling.Changed genesis) {
        return graph.write(on -> GraphWriting.of(on).found(family, shipped, genesis));
    }

    @Override
    public Optional<List<Long>> commit(Commit commit) {
        return graph.write(on -> GraphWriting.of(on).commit(commit));
    }

    @Override
    public Kept record(RecordedEpisode episode) {
        return graph.write(on -> GraphWriting.of(on).record(episode));
    }

    @Override
    public Kept record(RecordedOutcome outcome) {
        return graph.write(on -> GraphWriting.of(on).record(outcome));
    }

    @Override
    public Optional<EpisodeView> episode(String id) {
        return graph.read(on -> new GraphReading(on).episode(id));
    }

    @Override
    public Optional<EpisodeView> episodeOn(String family, String situation, VersionId version) {
        return graph.read(on -> new GraphReading(on).episodeOn(family, situation, version));
    }

    @Override
    public List<EpisodeView> episodes(String family, long after, int max) {
        return graph.read(on -> new GraphReading(on).episodes(family, after, max));
    }

    @Override
    public List<Event> events(String family, long after, int max) {
        return graph.read(on -> new GraphReading(on).events(family, after, max));
    }

    @Override
    public List<Change> changes(String family, long after, int max) {
        return graph.read(on -> new GraphReading(on).changes(family, after, max));
    }

    @Override
    public List<RefusedChange> refusals(String family, long after, int max) {
        return graph.read(on -> new GraphReading(on).refusals(family, after, max));
    }

    @Override
    public List<TrustSnapshot> snapshots(String family, VersionId version, int max) {
        return graph.read(on -> new GraphReading(on).snapshots(family, version, max));
    }

    @Override
    public Optional<Answered> answered(String family, String key) {
        return graph.read(on -> new GraphReading(on).answered(family, key));
    }

    @Override
    public void close() {
        graph.close();
    }
}
