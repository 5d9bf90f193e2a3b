package io.praetor.testing;

import io.praetor.situation.Action;
import io.praetor.situation.Actor;
import io.praetor.situation.ActorKind;
import io.praetor.situation.Approval;
import io.praetor.situation.Attributes;
import io.praetor.situation.Context;
import io.praetor.situation.Identity;
import io.praetor.situation.IdentityLevel;
import io.praetor.situation.Resource;
import io.praetor.situation.RiskLevel;
import io.praetor.situation.Situation;
import io.praetor.situation.Trust;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** A situation under construction: an unknown person, a named action, and nothing else said. */
public final class TestSituations {
    /** A Monday at noon in Berlin. */
    public static final Instant OFFICE_HOURS = Instant.parse("2026-11-16T11:00:00Z");

    private final String action;
    private String actor = "user:zoe";
    private Optional<String> role = Optional.empty();
    private Trust trust = Trust.UNKNOWN;
    private Identity identity = Identity.UNKNOWN;
    private OptionalDouble atp = OptionalDouble.empty();
    private Attributes parameters = Attributes.NONE;
    private Optional<String> description = Optional.empty();
    private String resource = "";
    private List<String> history = List.of();
    private Optional<RiskLevel> risk = Optional.empty();
    private Optional<String> incident = Optional.empty();
    private Attributes signals = Attributes.NONE;
    private Attributes counters = Attributes.NONE;
    private List<Approval> approvals = List.of();
    private Instant at = OFFICE_HOURS;

    private TestSituations(String action) {
        this.action = action;
    }

    public static TestSituations of(String action) {
        return new TestSituations(action);
    }

    public TestSituations actor(String id) {
        actor = id;
        return this;
    }

    public TestSituations role(String name) {
        role = Optional.of(name);
        return this;
    }

    public TestSituations trust(double every) {
        return trust(every, every, every);
    }

    public TestSituations trust(double competence, double reliability, double integrity) {
        trust = Trust.of(competence, reliability, integrity);
        return this;
    }

    public TestSituations identity(Identity known) {
        identity = known;
        return this;
    }

    public TestSituations atp(double available) {
        atp = OptionalDouble.of(available);
        return this;
    }

    public TestSituations parameter(String key, @Nullable Object value) {
        parameters = parameters.with(key, value);
        return this;
    }

    public TestSituations description(String text) {
        description = Optional.of(text);
        return this;
    }

    public TestSituations resource(String id) {
        resource = id;
        return this;
    }

    public TestSituations history(String... events) {
        history = List.of(events);
        return this;
    }

    public TestSituations risk(RiskLevel said) {
        risk = Optional.of(said);
        return this;
    }

    public TestSituations incident(String status) {
        incident = Optional.of(status);
        return this;
    }

    public TestSituations signal(String name, Object value) {
        signals = signals.with(name, value);
        return this;
    }

    public TestSituations counter(String name, double count) {
        counters = counters.with(name, count);
        return this;
    }

    /** An identity of which only the level is known. */
    public static Identity level(IdentityLevel level) {
        return new Identity(Optional.of(level), OptionalDouble.empty(), Optional.empty());
    }

    public TestSituations approvals(Approval... given) {
        approvals = List.of(given);
        return this;
    }

    public TestSituations at(String instant) {
        at = Instant.parse(instant);
        return this;
    }

    public Situation build() {
        Actor who =
                new Actor(
                        actor, ActorKind.ofId(actor), role, trust, identity, atp, Attributes.NONE);
        Context context =
                new Context(
                        Optional.empty(),
                        Optional.empty(),
                        history,
                        Optional.empty(),
                        risk,
                        incident,
                        Optional.empty(),
                        Optional.empty(),
                        signals,
                        Context.CoherenceState.UNKNOWN,
                        approvals,
                        Optional.empty(),
                        counters,
                        Attributes.NONE);
        return new Situation(
                Optional.empty(),
                who,
                new Action(action, parameters, description),
                Resource.of(resource),
                context,
                at);
    }
}
