package io.praetor.adapters.memory;

import io.praetor.governance.Answered;
import io.praetor.governance.Commit;
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
import io.praetor.rollout.family.Ruling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Versions in memory: gone with the process. Thread-safe. */
public final class MemoryVersionStore implements VersionStore {
    private final Map<String, Kept> families = new TreeMap<>();
    private final Map<String, String> familyOfEpisode = new HashMap<>();

    /** A family with everything that happened in it. */
    private static final class Kept {
        private FamilyRecord record;
        private final List<Event> events = new ArrayList<>();
        private final Map<String, EpisodeView> episodes = new HashMap<>();
        private final List<Change> changes = new ArrayList<>();
        private final List<RefusedChange> refusals = new ArrayList<>();
        private final List<TrustSnapshot> snapshots = new ArrayList<>();
        private final Map<String, Answered> answers = new HashMap<>();

        Kept(FamilyRecord record) {
            this.record = record;
        }
    }

    @Override
    public synchronized List<FamilyRecord> families() {
        return families.values().stream().map(kept -> kept.record).toList();
    }

    @Override
    public synchronized Optional<FamilyRecord> family(String id) {
        return Optional.ofNullable(families.get(id)).map(kept -> kept.record);
    }

    @Override
    public synchronized boolean found(Family family, Version shipped, Ruling.Changed genesis) {
        if (families.containsKey(family.id())) {
            return false;
        }
        Kept kept =
                new Kept(
                        new FamilyRecord(
                                family,
                                genesis.after(),
                                Progress.starting(family.config().baselineReward()),
                                List.of(shipped)));
        kept.changes.add(genesis.change());
        families.put(family.id(), kept);
        return true;
    }

    @Override
    public synchronized Optional<List<Long>> commit(Commit commit) {
        Kept kept = families.get(commit.family());
        if (kept == null || isStale(kept, commit)) {
            return Optional.empty();
        }
        List<Version> versions = new ArrayList<>(kept.record.versions());
        versions.addAll(commit.added());
        kept.record =
                new FamilyRecord(kept.record.family(), commit.state(), commit.progress(), versions);
        kept.changes.addAll(commit.changes());
        kept.snapshots.addAll(commit.snapshots());
        List<Long> numbers = new ArrayList<>();
        for (RefusedChange refused : commit.refusals()) {
            long number = kept.refusals.size() + 1L;
            kept.refusals.add(refused.numbered(number));
            numbers.add(number);
        }
        commit.answered()
                .map(it -> it.changed() ? it : it.refused(kept.refusals.size()))
                .ifPresent(it -> kept.answers.put(it.key(), it));
        return Optional.of(numbers);
    }

    private static boolean isStale(Kept kept, Commit commit) {
        FamilyRecord expected = commit.expected();
        return kept.record.state().revision() != expected.state().revision()
                || kept.record.progress().watermark() != expected.progress().watermark()
                || commit.answered().filter(it -> kept.answers.containsKey(it.key())).isPresent();
    }

    @Override
    public synchronized VersionStore.Kept record(RecordedEpisode episode) {
        Kept kept = families.get(episode.family());
        if (kept == null || kept.record.version(episode.episode().version()).isEmpty()) {
            return VersionStore.Kept.UNKNOWN;
        }
        Optional<EpisodeView> there = episode(episode.id());
        if (there.isPresent()) {
            return there.get().episode().equals(episode)
                    ? VersionStore.Kept.ALREADY
                    : VersionStore.Kept.CONFLICT;
        }
        long sequence = kept.events.size() + 1L;
        kept.events.add(new Event.Decided(sequence, episode));
        kept.episodes.put(episode.id(), new EpisodeView(sequence, episode, Optional.empty()));
        familyOfEpisode.put(episode.id(), episode.family());
        return VersionStore.Kept.KEPT;
    }

    @Override
    public synchronized VersionStore.Kept record(RecordedOutcome outcome) {
        Optional<EpisodeView> episode = episode(outcome.episode());
        if (episode.isEmpty()) {
            return VersionStore.Kept.UNKNOWN;
        }
        EpisodeView view = episode.get();
        if (view.outcome().isPresent()) {
            return view.outcome().get().equals(outcome)
                    ? VersionStore.Kept.ALREADY
                    : VersionStore.Kept.CONFLICT;
        }
        Kept kept = families.get(view.episode().family());
        if (kept == null) {
            return VersionStore.Kept.UNKNOWN;
        }
        kept.events.add(new Event.Matured(kept.events.size() + 1L, view.episode(), outcome));
        kept.episodes.put(
                view.episode().id(),
                new EpisodeView(view.sequence(), view.episode(), Optional.of(outcome)));
        return VersionStore.Kept.KEPT;
    }

    @Override
    public synchronized Optional<EpisodeView> episode(String id) {
        return Optional.ofNullable(familyOfEpisode.get(id))
                .flatMap(family -> Optional.ofNullable(families.get(family)))
                .map(kept -> kept.episodes.get(id));
    }

    @Override
    public synchronized Optional<EpisodeView> episodeOn(
            String family, String situation, VersionId version) {
        return Optional.ofNullable(families.get(family)).stream()
                .flatMap(kept -> kept.episodes.values().stream())
                .filter(view -> view.episode().situation().equals(situation))
                .filter(view -> view.episode().episode().version().equals(version))
                .min((one, other) -> Long.compare(one.sequence(), other.sequence()));
    }

    @Override
    public synchronized List<EpisodeView> episodes(String family, long after, int max) {
        Kept kept = families.get(family);
        if (kept == null) {
            return List.of();
        }
        return kept.events.stream()
                .filter(event -> event instanceof Event.Decided && event.sequence() > after)
                .limit(limit(max))
                .flatMap(
                        event ->
                                Optional.ofNullable(kept.episodes.get(event.episode().id()))
                                        .stream())
                .toList();
    }

    @Override
    public synchronized List<Event> events(String family, long after, int max) {
        return behind(family, kept -> kept.events, after, max);
    }

    @Override
    public synchronized List<Change> changes(String family, long after, int max) {
        return behind(family, kept -> kept.changes, after, max);
    }

    @Override
    public synchronized List<RefusedChange> refusals(String family, long after, int max) {
        return behind(family, kept -> kept.refusals, after, max);
    }

    /** What is numbered from 1 without gaps lies at its number less one. */
    private <T> List<T> behind(String family, Function<Kept, List<T>> of, long after, int max) {
        Kept kept = families.get(family);
        if (kept == null) {
            return List.of();
        }
        List<T> all = of.apply(kept);
        int start = Math.clamp(after, 0, all.size());
        return List.copyOf(all.subList(start, Math.min(all.size(), start + limit(max))));
    }

    @Override
    public synchronized List<TrustSnapshot> snapshots(String family, VersionId version, int max) {
        return Optional.ofNullable(families.get(family)).stream()
                .flatMap(kept -> kept.snapshots.reversed().stream())
                .filter(snapshot -> snapshot.version().equals(version))
                .limit(limit(max))
                .toList();
    }

    @Override
    public synchronized Optional<Answered> answered(String family, String key) {
        return Optional.ofNullable(families.get(family)).map(kept -> kept.answers.get(key));
    }

    private static int limit(int max) {
        return Math.clamp(max, 1, PAGE_MAX);
    }
}
