package io.praetor.situation.dialect;

import io.praetor.situation.Action;
import io.praetor.situation.Actor;
import io.praetor.situation.ActorKind;
import io.praetor.situation.Approval;
import io.praetor.situation.ApprovalKind;
import io.praetor.situation.Attributes;
import io.praetor.situation.Context;
import io.praetor.situation.Context.CoherenceState;
import io.praetor.situation.CouplingState;
import io.praetor.situation.Identity;
import io.praetor.situation.IdentityLevel;
import io.praetor.situation.Resource;
import io.praetor.situation.RiskLevel;
import io.praetor.situation.Situation;
import io.praetor.situation.Trend;
import io.praetor.situation.Trust;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Situations as the door could have made them, with the names that dialects could mistake. */
final class RandomSituations {
    private static final List<String> IDS =
            List.of("user:alice", "agent:ci-7", "web4:lct:7f", "alice", "a", "user:user:x", "x:");
    private static final List<String> RESOURCES =
            List.of("", "env:production", "docs/a.md", "path:x", "path:path:x", "/", ":x", "db:");
    private static final List<String> KEYS =
            List.of(
                    "role",
                    "level",
                    "identity",
                    "parameters",
                    "properties",
                    "meta",
                    "details",
                    "description",
                    "resource",
                    "mfa",
                    "t3_tensor",
                    "identity_metrics",
                    "team",
                    "intent",
                    "sessionId",
                    "actorId",
                    "subject",
                    "action_type",
                    "timestamp",
                    "coherence_state",
                    "time",
                    "request_id",
                    "x",
                    "é",
                    "counters",
                    "");
    private static final List<String> TEXTS =
            List.of("prose", "é\n\u200b", "novice", "2026-01-01T00:00:00Z", "true", "{}");

    private final Random random;

    RandomSituations(long seed) {
        random = new Random(seed);
    }

    Situation next() {
        return new Situation(
                maybe(() -> one(IDS)), actor(), action(), resource(), context(), instant());
    }

    private Actor actor() {
        String id = one(IDS);
        Trust trust = new Trust(share(), share(), share());
        Identity identity =
                new Identity(
                        maybe(() -> one(IdentityLevel.values())),
                        share(),
                        maybe(() -> one(Trend.values())));
        return new Actor(
                id,
                ActorKind.ofId(id),
                maybe(() -> one(IDS)),
                trust,
                identity,
                share(),
                attributes(2));
    }

    private Action action() {
        return new Action(one(IDS), attributes(2), maybe(() -> one(TEXTS)));
    }

    private Resource resource() {
        return Resource.of(one(RESOURCES), attributes(2));
    }

    private Context context() {
        return new Context(
                maybe(() -> one(IDS)),
                maybe(() -> one(TEXTS)),
                random.nextBoolean() ? List.of() : List.of(one(TEXTS), one(TEXTS)),
                maybe(() -> one(TEXTS)),
                maybe(() -> one(RiskLevel.values())),
                maybe(() -> one(TEXTS)),
                maybe(() -> one(TEXTS)),
                maybe(() -> one(IDS)),
                signals(),
                new CoherenceState(share(), share(), maybe(() -> one(CouplingState.values()))),
                random.nextBoolean() ? List.of() : List.of(approval(), approval()),
                maybe(random::nextBoolean),
                Attributes.NONE,
                attributes(2));
    }

    private Approval approval() {
        return new Approval(
                one(IDS),
                maybe(() -> one(IDS)),
                one(ApprovalKind.values()),
                instant(),
                maybe(() -> one(IDS)));
    }

    private Attributes signals() {
        Attributes signals = Attributes.of(one(KEYS), random.nextDouble());
        return random.nextBoolean() ? Attributes.NONE : signals.with(one(KEYS), one(TEXTS));
    }

    private Attributes attributes(int depth) {
        Attributes entries = Attributes.NONE;
        for (int i = random.nextInt(4); i > 0; i--) {
            entries = entries.with(one(KEYS), value(depth));
        }
        return entries;
    }

    private @Nullable Object value(int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 6)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> one(TEXTS);
            case 3 -> random.nextInt(-1000, 1000) / 8.0;
            case 4 -> attributes(depth - 1).values();
            default -> new ArrayList<>(Arrays.asList(value(depth - 1), value(depth - 1)));
        };
    }

    private Instant instant() {
        return Instant.ofEpochMilli(random.nextLong(4_000_000_000_000L));
    }

    private OptionalDouble share() {
        return random.nextBoolean()
                ? OptionalDouble.empty()
                : OptionalDouble.of(random.nextInt(101) / 100.0);
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private <T> T one(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
