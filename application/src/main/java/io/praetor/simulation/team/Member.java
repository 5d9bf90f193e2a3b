package io.praetor.simulation.team;

import io.praetor.situation.Actor;
import io.praetor.situation.ActorKind;
import io.praetor.situation.Attributes;
import io.praetor.situation.Identity;
import io.praetor.situation.IdentityLevel;
import io.praetor.situation.Trend;
import io.praetor.situation.Trust;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/**
 * Somebody of a simulated team, with habits.
 *
 * @param trust the usual level of the three dimensions
 * @param startHour when the working day starts, team time
 * @param nightShare how often the member works outside the team's hours
 * @param declines whether the record declines from the drift on
 */
record Member(
        String id,
        String role,
        IdentityLevel level,
        double trust,
        int startHour,
        double nightShare,
        boolean declines) {
    private static final int COUNT = 60;
    private static final List<String> ROLES =
            List.of(
                    "developer",
                    "developer",
                    "developer",
                    "developer",
                    "developer",
                    "deployer",
                    "admin",
                    "reviewer",
                    "member",
                    "member");
    private static final List<IdentityLevel> LEVELS =
            List.of(
                    IdentityLevel.DEVELOPING,
                    IdentityLevel.TRUSTED,
                    IdentityLevel.TRUSTED,
                    IdentityLevel.VERIFIED,
                    IdentityLevel.VERIFIED,
                    IdentityLevel.EXEMPLARY);

    /** One in so many works at night now and then; one in so many declines. */
    private static final int NIGHT_OWLS = 5;

    private static final int DECLINING = 10;

    static List<Member> team(SplittableRandom random) {
        List<Member> team = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            String role = ROLES.get(i % ROLES.size());
            String prefix = i % 20 == 3 ? "bot:" : "user:";
            team.add(
                    new Member(
                            prefix + role + i,
                            role,
                            Words.oneOf(LEVELS, random),
                            random.nextDouble(.72, .95),
                            random.nextInt(7, 11),
                            random.nextInt(NIGHT_OWLS) == 0 ? .15 : .01,
                            random.nextInt(DECLINING) == 0));
        }
        return List.copyOf(team);
    }

    /**
     * @param isLate whether the drift has come
     */
    Actor actor(boolean isLate, SplittableRandom random) {
        boolean isDeclining = declines && isLate;
        return new Actor(
                id,
                ActorKind.ofId(id),
                Optional.of(role),
                Trust.of(around(random), around(random), around(random)),
                new Identity(
                        Optional.of(level),
                        OptionalDouble.of(isDeclining ? .62 : .9),
                        Optional.of(isDeclining ? Trend.DECLINING : Trend.STABLE)),
                OptionalDouble.empty(),
                Attributes.NONE);
    }

    private double around(SplittableRandom random) {
        return Math.clamp(trust + random.nextDouble(-.02, .02), 0, 1);
    }
}
