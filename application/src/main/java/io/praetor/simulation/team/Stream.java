package io.praetor.simulation.team;

import io.praetor.policy.Effect;
import io.praetor.situation.Action;
import io.praetor.situation.Attributes;
import io.praetor.situation.Context;
import io.praetor.situation.Resource;
import io.praetor.situation.Situation;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * What a team asks for over half a year: 400 kinds of situation by Zipf's law with exponent 1.1, 60
 * members, 8 % of the requests like nothing before, one drift at 60 %.
 */
final class Stream {
    static final int KINDS = 400;
    private static final double ZIPF = 1.1;
    private static final double NOVEL = .08;
    private static final double DRIFT = .6;
    private static final LocalDate START = LocalDate.of(2026, 1, 5);
    private static final int DAYS = 182;
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    /** Days on which something is wrong, and how much of their work says so. */
    private static final int INCIDENT_DAYS = 20;

    private static final double INCIDENT_SHARE = .3;

    private final SplittableRandom random;
    private final List<Member> team;
    private final Norms norms;
    private final TreeMap<Double, Kind> byWeight = new TreeMap<>();
    private double weights;
    private int novelties;

    private Stream(long seed) {
        random = new SplittableRandom(seed);
        team = Member.team(random);
        norms = Norms.drawn(random);
        for (int rank = 1; rank <= KINDS; rank++) {
            Kind kind = Kind.drawn(team, norms, random);
            byWeight.put(weights, kind);
            weights += Math.pow(rank, -ZIPF);
        }
    }

    /** So many requests, oldest first; a seed gives the same ones always. */
    static List<Ask> of(long seed, int count) {
        Stream stream = new Stream(seed);
        List<Ask> asks = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            asks.add(stream.next((double) i / count));
        }
        asks.sort(Comparator.comparing(ask -> ask.situation().at()));
        return asks;
    }

    /**
     * @param progress the share of the stream that has passed
     */
    private Ask next(double progress) {
        boolean isLate = progress >= DRIFT;
        LocalDate day = START.plusDays((long) (progress * DAYS));
        if (random.nextDouble() < NOVEL) {
            return novel(day, isLate);
        }
        return usual(known(), day, isLate);
    }

    private Kind known() {
        return byWeight.floorEntry(random.nextDouble() * weights).getValue();
    }

    private Ask usual(Kind kind, LocalDate day, boolean isLate) {
        Member member = Words.oneOf(kind.circle(), random);
        boolean isOutside = random.nextDouble() < member.nightShare();
        boolean isIncident =
                day.toEpochDay() % INCIDENT_DAYS == 0 && random.nextDouble() < INCIDENT_SHARE;
        Effect right = isLate ? kind.rightLater() : kind.right();
        if (kind.isDelicate() && isOutside) {
            right = stricter(right);
        }
        boolean isShaky = member.declines() && isLate;
        if (kind.work().weight() != Work.Weight.LOOKS && (isIncident || isShaky)) {
            right = right.strictest(Effect.REQUIRE_ATTESTATION);
        }
        Context context =
                context(
                        kind.history().map(it -> Words.filled(it, random)).stream().toList(),
                        isIncident ? Optional.of("degraded search") : Optional.empty(),
                        kind.signal()
                                .map(signal -> Attributes.of(signal.name(), signal.value(random)))
                                .orElse(Attributes.NONE));
        Situation situation =
                new Situation(
                        Optional.empty(),
                        member.actor(isLate, random),
                        new Action(
                                kind.work().action(),
                                Attributes.NONE,
                                kind.template().map(it -> Words.filled(it, random))),
                        Resource.of(kind.resource()),
                        context,
                        at(day, member, isOutside));
        return new Ask(situation, right, false);
    }

    /** A known kind with something new about it, or something altogether new. */
    private Ask novel(LocalDate day, boolean isLate) {
        Effect right = random.nextBoolean() ? Effect.DENY : Norms.effect(random);
        Kind unheard = Kind.drawn(team, norms, random);
        int sort = random.nextInt(4);
        boolean isKnown = sort > 0 || unheard.template().isEmpty();
        Ask base = usual(isKnown ? known() : unheard, day, isLate);
        Situation plain = base.situation();
        Situation changed =
                switch (sort) {
                    case 0 -> isKnown ? toldOf(plain, Words.twist(random)) : plain;
                    case 1 -> toldOf(plain, Words.twist(random));
                    case 2 -> remembering(plain, Words.twist(random));
                    default -> signalling(plain, "novelty_" + novelties++);
                };
        return new Ask(changed, right.strictest(base.right()), true);
    }

    private static Situation toldOf(Situation plain, String twist) {
        Action action = plain.action();
        return new Situation(
                plain.requestId(),
                plain.actor(),
                new Action(
                        action.type(),
                        action.parameters(),
                        Optional.of(
                                action.description().map(said -> said + "; ").orElse("") + twist)),
                plain.resource(),
                plain.context(),
                plain.at());
    }

    private static Situation remembering(Situation plain, String twist) {
        Context context = plain.context();
        List<String> history = new ArrayList<>(context.history());
        history.add(twist);
        return plain.withContext(context(history, context.incident(), context.signals()));
    }

    private Situation signalling(Situation plain, String name) {
        Context context = plain.context();
        return plain.withContext(
                context(
                        context.history(),
                        context.incident(),
                        context.signals().with(name, random.nextInt(1, 50))));
    }

    private static Context context(
            List<String> history, Optional<String> incident, Attributes signals) {
        Context none = Context.NONE;
        return new Context(
                none.team(),
                none.teamNorms(),
                history,
                none.intent(),
                none.callerRisk(),
                incident,
                none.approvalPending(),
                none.sessionId(),
                signals,
                none.coherence(),
                none.approvals(),
                none.mfa(),
                none.counters(),
                none.extras());
    }

    private static Effect stricter(Effect effect) {
        return switch (effect) {
            case ALLOW, REQUIRE_MFA -> Effect.REQUIRE_ATTESTATION;
            case REQUIRE_ATTESTATION, DENY -> Effect.DENY;
        };
    }

    private Instant at(LocalDate day, Member member, boolean isOutside) {
        LocalDate date = day;
        while (date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) {
            date = date.minusDays(1);
        }
        int hour = isOutside ? random.nextInt(0, 5) : member.startHour() + random.nextInt(0, 8);
        LocalTime time = LocalTime.of(hour, random.nextInt(60), random.nextInt(60));
        return date.atTime(time)
                .plusNanos(random.nextInt(1_000_000) * 1_000L)
                .atZone(ZONE)
                .toInstant();
    }
}
