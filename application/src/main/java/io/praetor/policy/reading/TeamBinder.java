package io.praetor.policy.reading;

import io.praetor.policy.SourcePosition;
import io.praetor.policy.Spelling;
import io.praetor.policy.TeamSettings;
import io.praetor.policy.document.Fields;
import io.praetor.policy.document.Node.Scalar;
import io.praetor.policy.document.Problems;
import io.praetor.policy.document.Range;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads whom the policy serves, and the team's clock and norms. */
final class TeamBinder {
    /** One action in ten: rarer than that is not a habit. */
    private static final double UNUSUAL_OFF_HOURS_SHARE = .1;

    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
    private static final TeamSettings NONE =
            new TeamSettings(
                    Set.of(),
                    Optional.empty(),
                    ZoneOffset.UTC,
                    Optional.empty(),
                    UNUSUAL_OFF_HOURS_SHARE,
                    List.of());

    private final Problems problems;

    TeamBinder(Problems problems) {
        this.problems = problems;
    }

    TeamSettings bind(Fields top) {
        return top.fields("team", PolicyShapes.TEAM).map(this::settings).orElse(NONE);
    }

    private TeamSettings settings(Fields team) {
        return new TeamSettings(
                teams(team),
                team.text("norms"),
                team.scalar("zone").map(this::zone).orElse(ZoneOffset.UTC),
                team.fields("hours", PolicyShapes.HOURS).flatMap(this::hours),
                team.number("unusual-off-hours-share", Range.UNIT).orElse(UNUSUAL_OFF_HOURS_SHARE),
                Globs.read(team, "wider-effect", problems));
    }

    private Set<String> teams(Fields team) {
        Names names = new Names("team");
        return team.texts("serves").stream()
                .filter(name -> Names.isName("team", name, problems))
                .filter(name -> names.isNew(name, problems))
                .map(Scalar::text)
                .collect(Collectors.toSet());
    }

    private ZoneId zone(Scalar name) {
        if (ZoneId.getAvailableZoneIds().contains(name.text())) {
            return ZoneId.of(name.text());
        }
        problems.error(
                name.position(),
                "unknown time zone " + Problems.quoted(name.text()),
                Spelling.closest(name.text(), ZoneId.getAvailableZoneIds()));
        return ZoneOffset.UTC;
    }

    private Optional<TeamSettings.Hours> hours(Fields hours) {
        Set<DayOfWeek> days =
                hours.texts("days").stream()
                        .flatMap(day -> Fields.choice("days", day, Words.DAYS, problems).stream())
                        .collect(Collectors.toSet());
        Optional<LocalTime> from = hours.scalar("from").flatMap(this::time);
        Optional<LocalTime> to = hours.scalar("to").flatMap(this::time);
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        if (!from.get().isBefore(to.get())) {
            SourcePosition position = hours.positionOf("to");
            problems.error(position, "`to` has to be later than `from`, on the same day");
        }
        return Optional.of(new TeamSettings.Hours(days, from.get(), to.get()));
    }

    private Optional<LocalTime> time(Scalar text) {
        if (TIME.matcher(text.text()).matches()) {
            return Optional.of(LocalTime.parse(text.text()));
        }
        problems.error(
                text.position(),
                "%s is no time of day such as \"07:30\"".formatted(Problems.quoted(text.text())));
        return Optional.empty();
    }
}
