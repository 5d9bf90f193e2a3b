package io.praetor.policy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How the team works.
 *
 * @param teams the team ids this policy set serves; the default set serves every other
 * @param norms prose for reviewers and for the reasoner
 * @param unusualOffHoursShare below this share of off-hours work an action off hours is unusual
 * @param widerEffect globs of resources whose change deploys itself
 */
public record TeamSettings(
        Set<String> teams,
        Optional<String> norms,
        ZoneId zone,
        Optional<Hours> hours,
        double unusualOffHoursShare,
        List<String> widerEffect) {
    public TeamSettings {
        teams = Set.copyOf(teams);
        widerEffect = List.copyOf(widerEffect);
    }

    /** Working hours: {@code from} included, {@code to} excluded. */
    public record Hours(Set<DayOfWeek> days, LocalTime from, LocalTime to) {
        public Hours {
            days = Set.copyOf(days);
        }
    }

    /** True within the team's hours, and always where the policy names none. */
    public boolean isWithinHours(Instant at) {
        return hours.map(
                        named -> {
                            ZonedDateTime local = at.atZone(zone);
                            LocalTime time = local.toLocalTime();
                            return named.days().contains(local.getDayOfWeek())
                                    && !time.isBefore(named.from())
                                    && time.isBefore(named.to());
                        })
                .orElse(true);
    }
}
