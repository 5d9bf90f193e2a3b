package io.praetor.adapters.neo4j;

import static io.praetor.adapters.neo4j.GraphReading.key;

import io.praetor.governance.Family;
import io.praetor.governance.GovernanceJson;
import io.praetor.governance.Progress;
import io.praetor.governance.RecordedEpisode;
import io.praetor.governance.RecordedOutcome;
import io.praetor.governance.RefusedChange;
import io.praetor.governance.TrustSnapshot;
import io.praetor.governance.Version;
import io.praetor.rollout.evidence.SafetyFlag;
import io.praetor.rollout.evidence.VersionId;
import io.praetor.rollout.family.Change;
import io.praetor.rollout.family.FamilyState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.neo4j.driver.TransactionContext;

/**
 * The nodes and relationships of seed 004, with the whole record as {@code body} beside the
 * properties that people query.
 */
record GraphNodes(TransactionContext on) {
    void add(Family family) {
        on.run(
                """
                CREATE (m:MetaPolicy {id: $id, name: $name, scope: $scope,
                  description: $description, risk_tier: $risk_tier, owner: $owner, notes: $notes,
                  created_at: $created_at, tasks: $tasks, body: $body})
                FOREACH (name IN $groups |
                  MERGE (g:Group {id: name}) CREATE (m)-[:RUNS_ON_GROUP]->(g))
                FOREACH (name IN $participants |
                  MERGE (p:Participant {id: name}) CREATE (m)-[:RUNS_ON_PARTICIPANT]->(p))
                """,
                Map.ofEntries(
                        Map.entry("id", family.id()),
                        Map.entry("name", family.name()),
                        Map.entry("scope", family.scope().name()),
                        Map.entry("description", family.description()),
                        Map.entry("risk_tier", family.riskTier().name()),
                        Map.entry("owner", family.owner()),
                        Map.entry("notes", family.notes()),
                        Map.entry("created_at", family.createdAt().toString()),
                        Map.entry("tasks", sorted(family.assignment().tasks())),
                        Map.entry("groups", sorted(family.assignment().groups())),
                        Map.entry("participants", sorted(family.assignment().participants())),
                        Map.entry("body", GovernanceJson.text(family))));
    }

    void add(String family, Version version, long ordinal) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("family", family);
        parameters.put("key", key(family, version.id().value()));
        parameters.put("id", version.id().value());
        parameters.put("policy_id", version.policyId());
        parameters.put("version_tag", version.tag());
        parameters.put("created_at", version.createdAt().toString());
        parameters.put("reasoning", version.reasoning());
        parameters.put("manifest", GovernanceJson.text(version.manifest().parts()));
        parameters.put("ordinal", ordinal);
        parameters.put("body", GovernanceJson.text(version));
        parameters.put(
                "parents", version.parent().map(id -> key(family, id.value())).stream().toList());
        on.run(
                """
                MATCH (m:MetaPolicy {id: $family})
                MERGE (p:Policy {id: $policy_id})
                CREATE (m)-[:HAS_VERSION]->(v:PolicyVersion {key: $key, id: $id,
                  policy_id: $policy_id, version_tag: $version_tag, created_at: $created_at,
                  reasoning: $reasoning, manifest: $manifest, ordinal: $ordinal, body: $body})
                CREATE (v)-[:OF_POLICY]->(p)
                WITH v
                UNWIND $parents AS parent
                MATCH (before:PolicyVersion {key: parent})
                CREATE (v)-[:PREVIOUS_VERSION]->(before)
                """,
                parameters);
    }

    void add(Change change) {
        on.run(
                """
                MATCH (m:MetaPolicy {id: $family})
                CREATE (m)-[:CHANGED_BY]->(:PolicyVersionChange {key: $key, family: $family,
                  sequence: $sequence, at: $at, action: $action, target: $target,
                  requested_by: $requested_by, approved_by: $approved_by, reasoning: $reasoning,
                  evidence: $evidence, previous_hash: $previous, hash: $hash, body: $body})
                """,
                Map.ofEntries(
                        Map.entry("family", change.family()),
                        Map.entry("key", key(change.family(), Long.toString(change.sequence()))),
                        Map.entry("sequence", change.sequence()),
                        Map.entry("at", change.at().toString()),
                        Map.entry("action", change.action().name()),
                        Map.entry("target", change.target().label()),
                        Map.entry("requested_by", change.by().name()),
                        Map.entry("approved_by", change.approvedBy().orElse("")),
                        Map.entry("reasoning", change.reason()),
                        Map.entry("evidence", change.evidence()),
                        Map.entry("previous", change.previousHash()),
                        Map.entry("hash", change.hash()),
                        Map.entry("body", GovernanceJson.text(change))));
    }

    void add(TrustSnapshot snapshot) {
        on.run(
                """
                MATCH (v:PolicyVersion {key: $key})
                OPTIONAL MATCH (v)-[:HAS_TRUST_STATE]->(s:PolicyTrustSnapshot)
                WITH v, count(s) AS before
                CREATE (v)-[:HAS_TRUST_STATE]->(:PolicyTrustSnapshot {id: $id,
                  policy_version_id: v.id, version_key: $key, number: before + 1, t: $t,
                  reward_mean: $reward_mean, n_episodes: $n_episodes,
                  override_rate: $override_rate, safety_flags: $safety_flags,
                  trust_score: $trust_score, created_at: $created_at, body: $body})
                """,
                Map.ofEntries(
                        Map.entry("key", key(snapshot.family(), snapshot.version().value())),
                        Map.entry("id", snapshot.id()),
                        Map.entry("t", snapshot.matured()),
                        Map.entry("reward_mean", snapshot.credibility().rewards().mean()),
                        Map.entry("n_episodes", snapshot.credibility().episodes()),
                        Map.entry("override_rate", snapshot.credibility().overrides().rate()),
                        Map.entry("safety_flags", snapshot.flags()),
                        Map.entry("trust_score", snapshot.credibility().score()),
                        Map.entry("created_at", snapshot.at().toString()),
                        Map.entry("body", GovernanceJson.text(snapshot))));
    }

    void add(RecordedEpisode episode, long sequence) {
        on.run(
                """
                MATCH (v:PolicyVersion {key: $key})
                CREATE (v)-[:EVALUATED_IN]->(:PolicyEpisode {id: $id, family: $family,
                  sequence: $sequence, version_id: v.id, situation: $situation, mode: $mode,
                  cluster: $cluster, propensity: $propensity, at: $at, body: $body})
                """,
                Map.ofEntries(
                        Map.entry(
                                "key", key(episode.family(), episode.episode().version().value())),
                        Map.entry("id", episode.id()),
                        Map.entry("family", episode.family()),
                        Map.entry("sequence", sequence),
                        Map.entry("situation", episode.situation()),
                        Map.entry("mode", episode.episode().mode().name()),
                        Map.entry("cluster", episode.episode().cluster().name()),
                        Map.entry("propensity", episode.episode().propensity()),
                        Map.entry("at", episode.at().toString()),
                        Map.entry("body", GovernanceJson.text(episode))));
    }

    void add(String family, RecordedOutcome outcome, long sequence) {
        on.run(
                """
                MATCH (e:PolicyEpisode {id: $episode})
                CREATE (e)-[:HAS_OUTCOME]->(o:PolicyOutcome {episode: $episode, family: $family,
                  sequence: $sequence, overridden: $overridden, at: $at, body: $body})
                FOREACH (kind IN $flags |
                  CREATE (o)-[:RAISED]->(:SafetyFlag {id: $episode + '|' + kind, kind: kind}))
                """,
                Map.of(
                        "episode", outcome.episode(),
                        "family", family,
                        "sequence", sequence,
                        "overridden", outcome.outcome().oversight().overriddenByHuman(),
                        "at", outcome.at().toString(),
                        "flags",
                                outcome.outcome().flags().stream()
                                        .map(SafetyFlag::name)
                                        .sorted()
                                        .toList(),
                        "body", GovernanceJson.text(outcome)));
    }

    void add(RefusedChange refused) {
        on.run(
                """
                MATCH (m:MetaPolicy {id: $family})
                CREATE (m)-[:REFUSED]->(:RefusedChange {key: $key, family: $family,
                  number: $number, action: $action, message: $message, body: $body})
                """,
                Map.of(
                        "family", refused.family(),
                        "key", key(refused.family(), Long.toString(refused.number())),
                        "number", refused.number(),
                        "action", refused.action().name(),
                        "message", refused.message(),
                        "body", GovernanceJson.text(refused)));
    }

    /** Moves the one default and the one fallback, and says where each version stands. */
    void point(String family, FamilyState state) {
        on.run(
                """
                MATCH (m:MetaPolicy {id: $id})
                SET m.status = $status
                WITH m
                OPTIONAL MATCH (m)-[old:DEFAULT_POLICY|FALLBACK_POLICY]->()
                DELETE old
                """,
                Map.of("id", family, "status", state.heads().status().name()));
        point(family, "DEFAULT_POLICY", state.heads().defaultVersion());
        point(family, "FALLBACK_POLICY", state.heads().fallback());
        state.members()
                .forEach(
                        (version, member) ->
                                set(family, version, "status", member.state().label()));
    }

    private void point(String family, String relationship, Optional<VersionId> version) {
        version.ifPresent(
                id ->
                        on.run(
                                "MATCH (m:MetaPolicy {id: $id}), (v:PolicyVersion {key: $key})"
                                        + " CREATE (m)-[:%s]->(v)".formatted(relationship),
                                Map.of("id", family, "key", key(family, id.value()))));
    }

    /** Rolls the latest score up to each version. */
    void rate(String family, Progress progress) {
        progress.versions()
                .forEach(
                        (version, known) ->
                                known.trust()
                                        .ifPresent(
                                                trust ->
                                                        set(
                                                                family,
                                                                version,
                                                                "trust_score_latest",
                                                                trust.credibility().score())));
    }

    private void set(String family, VersionId version, String property, Object value) {
        on.run(
                "MATCH (v:PolicyVersion {key: $key}) SET v.%s = $value".formatted(property),
                Map.of("key", key(family, version.value()), "value", value));
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }
}
