package io.praetor.adapters.neo4j;

import static io.praetor.adapters.neo4j.Graph.json;

import io.praetor.governance.Answered;
import io.praetor.governance.EpisodeView;
import io.praetor.governance.Event;
import io.praetor.governance.Family;
import io.praetor.governance.FamilyRecord;
import io.praetor.governance.Progress;
import io.praetor.governance.RecordedEpisode;
import io.praetor.governance.RecordedOutcome;
import io.praetor.governance.RefusedChange;
import io.praetor.governance.TrustSnapshot;
import io.praetor.governance.Version;
import io.praetor.governance.VersionStore;
import io.praetor.rollout.evidence.VersionId;
import io.praetor.rollout.family.Change;
import io.praetor.rollout.family.FamilyState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;

/** What the graph holds, read back within a transaction. */
record GraphReading(TransactionContext on) {
    private static final String OUTCOME =
            " OPTIONAL MATCH (e)-[:HAS_OUTCOME]->(o:PolicyOutcome)"
                    + " RETURN e.sequence AS sequence, e.body AS episode, o.body AS outcome";

    List<FamilyRecord> families() {
        return on.run("MATCH (m:MetaPolicy) RETURN m.id AS id ORDER BY id").list().stream()
                .flatMap(row -> family(row.get("id").asString()).stream())
                .toList();
    }

    Optional<FamilyRecord> family(String id) {
        return one(
                        "MATCH (m:MetaPolicy {id: $id})"
                                + " RETURN m.body AS body, m.state AS state,"
                                + " m.progress AS progress",
                        Map.of("id", id))
                .map(
                        row ->
                                new FamilyRecord(
                                        json(row, "body", Family.class),
                                        json(row, "state", FamilyState.class),
                                        json(row, "progress", Progress.class),
                                        versions(id)));
    }

    private List<Version> versions(String family) {
        return on.run(
                        "MATCH (:MetaPolicy {id: $id})-[:HAS_VERSION]->(v:PolicyVersion)"
                                + " RETURN v.body AS body ORDER BY v.ordinal",
                        Map.of("id", family))
                .list(row -> json(row, "body", Version.class));
    }

    Optional<EpisodeView> episode(String id) {
        return one("MATCH (e:PolicyEpisode {id: $id})" + OUTCOME, Map.of("id", id))
                .map(GraphReading::view);
    }

    Optional<EpisodeView> episodeOn(String family, String situation, VersionId version) {
        return one(
                        "MATCH (e:PolicyEpisode {family: $family, situation: $situation})"
                                + " WHERE e.version_id = $version"
                                + OUTCOME
                                + " ORDER BY sequence LIMIT 1",
                        Map.of(
                                "family", family,
                                "situation", situation,
                                "version", version.value()))
                .map(GraphReading::view);
    }

    List<EpisodeView> episodes(String family, long after, int max) {
        return on.run(
                        "MATCH (e:PolicyEpisode {family: $family}) WHERE e.sequence > $after"
                                + " WITH e ORDER BY e.sequence LIMIT $max"
                                + OUTCOME
                                + " ORDER BY sequence",
                        page(family, after, max))
                .list(GraphReading::view);
    }

    List<Event> events(String family, long after, int max) {
        return on.run(
                        """
                        CALL {
                          MATCH (e:PolicyEpisode {family: $family}) WHERE e.sequence > $after
                          RETURN e.sequence AS sequence, e.body AS episode, null AS outcome
                          UNION ALL
                          MATCH (e:PolicyEpisode)-[:HAS_OUTCOME]->
                                (o:PolicyOutcome {family: $family})
                          WHERE o.sequence > $after
                          RETURN o.sequence AS sequence, e.body AS episode, o.body AS outcome
                        }
                        RETURN sequence, episode, outcome ORDER BY sequence LIMIT $max
                        """,
                        page(family, after, max))
                .list(GraphReading::event);
    }

    List<Change> changes(String family, long after, int max) {
        return on.run(
                        "MATCH (c:PolicyVersionChange {family: $family})"
                                + " WHERE c.sequence > $after"
                                + " RETURN c.body AS body ORDER BY c.sequence LIMIT $max",
                        page(family, after, max))
                .list(row -> json(row, "body", Change.class));
    }

    List<RefusedChange> refusals(String family, long after, int max) {
        return on.run(
                        "MATCH (r:RefusedChange {family: $family}) WHERE r.number > $after"
                                + " RETURN r.body AS body ORDER BY r.number LIMIT $max",
                        page(family, after, max))
                .list(row -> json(row, "body", RefusedChange.class));
    }

    List<TrustSnapshot> snapshots(String family, VersionId version, int max) {
        return on.run(
                        "MATCH (s:PolicyTrustSnapshot {version_key: $key})"
                                + " RETURN s.body AS body ORDER BY s.number DESC LIMIT $max",
                        Map.of("key", key(family, version.value()), "max", limit(max)))
                .list(row -> json(row, "body", TrustSnapshot.class));
    }

    Optional<Answered> answered(String family, String key) {
        return one(
                        "MATCH (a:GovernanceAnswer {key: $key}) RETURN a.body AS body",
                        Map.of("key", key(family, key)))
                .map(row -> json(row, "body", Answered.class));
    }

    /** Of what is one of its kind within a family; a family's id has no bar. */
    static String key(String family, String own) {
        return family + "|" + own;
    }

    private Optional<Record> one(String cypher, Map<String, Object> parameters) {
        return Graph.one(on, cypher, parameters);
    }

    private static Map<String, Object> page(String family, long after, int max) {
        return Map.of("family", family, "after", after, "max", limit(max));
    }

    private static EpisodeView view(Record row) {
        return new EpisodeView(
                row.get("sequence").asLong(),
                json(row, "episode", RecordedEpisode.class),
                outcome(row));
    }

    private static Event event(Record row) {
        RecordedEpisode episode = json(row, "episode", RecordedEpisode.class);
        long sequence = row.get("sequence").asLong();
        return outcome(row)
                .<Event>map(outcome -> new Event.Matured(sequence, episode, outcome))
                .orElseGet(() -> new Event.Decided(sequence, episode));
    }

    private static Optional<RecordedOutcome> outcome(Record row) {
        return row.get("outcome").isNull()
                ? Optional.empty()
                : Optional.of(json(row, "outcome", RecordedOutcome.class));
    }

    private static int limit(int max) {
        return Math.clamp(max, 1, VersionStore.PAGE_MAX);
    }
}
