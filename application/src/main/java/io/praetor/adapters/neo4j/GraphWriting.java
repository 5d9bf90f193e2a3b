package io.praetor.adapters.neo4j;

import static io.praetor.adapters.neo4j.GraphReading.key;

import io.praetor.governance.Answered;
import io.praetor.governance.Commit;
import io.praetor.governance.EpisodeView;
import io.praetor.governance.Family;
import io.praetor.governance.GovernanceJson;
import io.praetor.governance.Progress;
import io.praetor.governance.RecordedEpisode;
import io.praetor.governance.RecordedOutcome;
import io.praetor.governance.RefusedChange;
import io.praetor.governance.Version;
import io.praetor.governance.VersionStore.Kept;
import io.praetor.rollout.evidence.VersionId;
import io.praetor.rollout.family.Ruling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neo4j.driver.TransactionContext;

/**
 * What is to be kept, written within a transaction. Each begins by writing to the family's node, so
 * that of two at once the second waits and sees what the first one did.
 */
record GraphWriting(TransactionContext on, GraphReading reading, GraphNodes nodes) {
    static GraphWriting of(TransactionContext on) {
        return new GraphWriting(on, new GraphReading(on), new GraphNodes(on));
    }

    boolean found(Family family, Version shipped, Ruling.Changed genesis) {
        if (reading.family(family.id()).isPresent()) {
            return false;
        }
        nodes.add(family);
        keep(family.id(), genesis, Progress.starting(family.config().baselineReward()));
        nodes.add(family.id(), shipped, 1);
        nodes.add(genesis.change());
        nodes.point(family.id(), genesis.after());
        return true;
    }

    private void keep(String family, Ruling.Changed genesis, Progress progress) {
        on.run(
                "MATCH (m:MetaPolicy {id: $id}) SET m.state = $state, m.progress = $progress,"
                        + " m.revision = $revision, m.watermark = 0, m.events = 0, m.refusals = 0",
                Map.of(
                        "id", family,
                        "state", GovernanceJson.text(genesis.after()),
                        "progress", GovernanceJson.text(progress),
                        "revision", genesis.after().revision()));
    }

    Optional<List<Long>> commit(Commit commit) {
        String family = commit.family();
        if (!lock(family)) {
            return Optional.empty();
        }
        Optional<Answered> answered = commit.answered();
        if (answered.isPresent() && reading.answered(family, answered.get().key()).isPresent()) {
            return Optional.empty();
        }
        if (!advance(commit)) {
            return Optional.empty();
        }
        long versions = count(family);
        for (Version version : commit.added()) {
            versions++;
            nodes.add(family, version, versions);
        }
        commit.changes().forEach(nodes::add);
        commit.snapshots().forEach(nodes::add);
        nodes.point(family, commit.state());
        nodes.rate(family, commit.progress());
        List<Long> numbers = new ArrayList<>();
        for (RefusedChange refused : commit.refusals()) {
            numbers.add(add(refused));
        }
        answered.ifPresent(it -> add(family, it, numbers));
        return Optional.of(numbers);
    }

    private boolean advance(Commit commit) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("id", commit.family());
        parameters.put("expected", commit.expected().state().revision());
        parameters.put("mark", commit.expected().progress().watermark());
        parameters.put("state", GovernanceJson.text(commit.state()));
        parameters.put("progress", GovernanceJson.text(commit.progress()));
        parameters.put("revision", commit.state().revision());
        parameters.put("watermark", commit.progress().watermark());
        return Graph.one(
                        on,
                        "MATCH (m:MetaPolicy {id: $id})"
                                + " WHERE m.revision = $expected AND m.watermark = $mark"
                                + " SET m.state = $state, m.progress = $progress,"
                                + " m.revision = $revision, m.watermark = $watermark"
                                + " RETURN m.id AS id",
                        parameters)
                .isPresent();
    }

    Kept record(RecordedEpisode episode) {
        if (!lock(episode.family())) {
            return Kept.UNKNOWN;
        }
        Optional<EpisodeView> there = reading.episode(episode.id());
        if (there.isPresent()) {
            return there.get().episode().equals(episode) ? Kept.ALREADY : Kept.CONFLICT;
        }
        VersionId version = episode.episode().version();
        boolean isKnown =
                Graph.one(
                                on,
                                "MATCH (v:PolicyVersion {key: $key}) RETURN v.id AS id",
                                Map.of("key", key(episode.family(), version.value())))
                        .isPresent();
        if (!isKnown) {
            return Kept.UNKNOWN;
        }
        nodes.add(episode, next(episode.family(), "events"));
        return Kept.KEPT;
    }

    Kept record(RecordedOutcome outcome) {
        Optional<EpisodeView> seen = reading.episode(outcome.episode());
        if (seen.isEmpty() || !lock(seen.get().episode().family())) {
            return Kept.UNKNOWN;
        }
        Optional<RecordedOutcome> known =
                reading.episode(outcome.episode()).flatMap(EpisodeView::outcome);
        if (known.isPresent()) {
            return known.get().equals(outcome) ? Kept.ALREADY : Kept.CONFLICT;
        }
        String family = seen.get().episode().family();
        nodes.add(family, outcome, next(family, "events"));
        return Kept.KEPT;
    }

    private boolean lock(String family) {
        return Graph.one(
                        on,
                        "MATCH (m:MetaPolicy {id: $id}) SET m.locked = true RETURN m.id AS id",
                        Map.of("id", family))
                .isPresent();
    }

    private long add(RefusedChange refused) {
        long number = next(refused.family(), "refusals");
        nodes.add(refused.numbered(number));
        return number;
    }

    private void add(String family, Answered answered, List<Long> refusals) {
        Answered numbered = answered.changed() ? answered : answered.refused(refusals.getLast());
        on.run(
                "CREATE (:GovernanceAnswer {key: $key, body: $body})",
                Map.of(
                        "key", key(family, answered.key()),
                        "body", GovernanceJson.text(numbered)));
    }

    /**
     * @param counter a property of ours
     */
    private long next(String family, String counter) {
        return Graph.one(
                        on,
                        "MATCH (m:MetaPolicy {id: $id}) SET m.%1$s = m.%1$s + 1 RETURN m.%1$s AS n"
                                .formatted(counter),
                        Map.of("id", family))
                .orElseThrow()
                .get("n")
                .asLong();
    }

    private long count(String family) {
        return Graph.one(
                        on,
                        "MATCH (:MetaPolicy {id: $id})-[:HAS_VERSION]->(v) RETURN count(v) AS n",
                        Map.of("id", family))
                .orElseThrow()
                .get("n")
                .asLong();
    }
}
