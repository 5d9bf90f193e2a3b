package io.praetor.simulation.team;

import io.praetor.policy.Effect;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A kind of situation that keeps coming back, with what is right for it. Three of ten come with
 * prose, and what is right is each one's own; the others come with a signal, and the team's norm
 * for such work decides, but for a resource that is dear to it.
 *
 * @param template what is said of it, with gaps
 * @param history a template of what its history says, where it has one
 * @param circle who does it
 * @param right what the team would decide of it on a usual day
 * @param rightLater the same from the drift on
 * @param isDelicate whether it is decided more strictly outside the team's hours
 */
record Kind(
        Work work,
        String resource,
        Optional<String> template,
        Optional<String> history,
        Optional<Signal> signal,
        List<Member> circle,
        Effect right,
        Effect rightLater,
        boolean isDelicate) {
    /** Of ten kinds so many come with prose. */
    private static final int TOLD = 3;

    /** One kind in so many is about something that is dear to the team. */
    private static final int DEAR = 12;

    /** At most so many do the same thing. */
    private static final int CIRCLE_MAX = 6;

    static Kind drawn(List<Member> team, Norms norms, SplittableRandom random) {
        Work work = Words.oneOf(Work.USUAL, random);
        boolean isTold = random.nextInt(10) < TOLD;
        Signal signal = Words.oneOf(Signal.USUAL, random);
        Effect right =
                isTold ? work.atLeast().strictest(Norms.effect(random)) : norms.right(work, signal);
        Effect later = isTold ? Norms.later(right, work, random) : norms.rightLater(work, signal);
        boolean isDear = !isTold && random.nextInt(DEAR) == 0;
        Effect atLeast = isDear ? Effect.REQUIRE_ATTESTATION : Effect.ALLOW;
        return new Kind(
                work,
                work.resource().formatted(Words.oneOf(Words.SERVICES, random)),
                isTold ? Optional.of(Words.template(random)) : Optional.empty(),
                isTold && random.nextInt(3) == 0
                        ? Optional.of(Words.template(random))
                        : Optional.empty(),
                isTold ? Optional.empty() : Optional.of(signal),
                circle(work, team, random),
                right.strictest(atLeast),
                later.strictest(atLeast),
                isTold ? random.nextInt(Norms.DELICATE) == 0 : norms.delicate().contains(work));
    }

    private static List<Member> circle(Work work, List<Member> team, SplittableRandom random) {
        List<Member> able =
                team.stream().filter(member -> work.roles().contains(member.role())).toList();
        int size = Math.min(able.size(), random.nextInt(3, CIRCLE_MAX + 1));
        int from = random.nextInt(able.size());
        return IntStream.range(0, size).mapToObj(i -> able.get((from + i) % able.size())).toList();
    }
}
