package io.praetor.rules;

import io.praetor.policy.ActionFamily;
import io.praetor.policy.ClauseId;
import io.praetor.policy.Effect;
import io.praetor.policy.PolicySet;
import io.praetor.policy.Rule;
import io.praetor.policy.Target;
import io.praetor.situation.Environment;
import io.praetor.situation.RiskLevel;
import io.praetor.situation.Situation;
import io.praetor.situation.Trust;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the reference works out from a situation under a policy, each time anew. */
record ReferenceFacts(PolicySet policy, Situation situation) {

    Optional<String> role() {
        var known = Optional.ofNullable(policy.directory().actors().get(situation.actor().id()));
        return situation
                .actor()
                .role()
                .or(() -> known.flatMap(it -> it.roles().stream().findFirst()));
    }

    boolean admitsRole(Target target) {
        return target.roles().isEmpty() || role().filter(target.roles()::contains).isPresent();
    }

    /** A rule that holds back is about a resource in any letter case. */
    boolean isAbout(Rule rule) {
        Target target = rule.target();
        boolean covers =
                rule.effect() == Effect.ALLOW
                        ? covers(target.resources(), UnaryOperator.identity())
                        : coversResource(target.resources());
        return (target.actions().isEmpty() || target.actions().contains(situation.action().type()))
                && (target.kinds().isEmpty() || target.kinds().contains(situation.actor().kind()))
                && (target.resources().isEmpty() || covers);
    }

    /** Ignoring letter case. */
    boolean coversResource(List<String> globs) {
        return covers(globs, text -> text.toLowerCase(Locale.ROOT));
    }

    private boolean covers(List<String> globs, UnaryOperator<String> folding) {
        String id = folding.apply(situation.resource().id());
        return globs.stream().anyMatch(glob -> matches(folding.apply(glob), id));
    }

    static boolean matches(String glob, String id) {
        String pattern =
                Arrays.stream(glob.split("(?=\\*)|(?<=\\*)", -1))
                        .map(it -> it.equals("*") ? "*" : Pattern.quote(it))
                        .collect(Collectors.joining());
        String expression = pattern.replaceAll("\\*{2,}", "(?s:.{0,})").replace("*", "[^/]{0,}");
        return !id.isEmpty() && id.matches(expression);
    }

    /** Empty where a dimension is absent. */
    OptionalDouble scalar() {
        Trust trust = situation.actor().trust();
        if (!trust.isComplete()) {
            return OptionalDouble.empty();
        }
        double a = trust.competence().getAsDouble();
        double b = trust.reliability().getAsDouble();
        double c = trust.integrity().getAsDouble();
        var weights = policy.trust().weights();
        double sum = weights.competence() + weights.reliability() + weights.integrity();
        double weighted =
                a * weights.competence() + b * weights.reliability() + c * weights.integrity();
        double scalar =
                switch (policy.trust().aggregate()) {
                    case MIN -> Math.min(a, Math.min(b, c));
                    case MEAN -> (a + b + c) / 3;
                    case WEIGHTED -> weighted / sum;
                };
        return OptionalDouble.of(a == b && b == c ? a : rounded(scalar));
    }

    boolean reaches(double threshold) {
        return scalar().isPresent() && scalar().getAsDouble() >= threshold;
    }

    boolean reachesNarrowly(double threshold) {
        Trust trust = situation.actor().trust();
        return threshold > 0
                && reaches(threshold)
                && List.of(scalar(), trust.competence(), trust.reliability(), trust.integrity())
                        .stream()
                        .map(it -> rounded(Math.abs(it.orElseThrow() - threshold)))
                        .anyMatch(distance -> distance < policy.trust().margin());
    }

    private static double rounded(double value) {
        return BigDecimal.valueOf(value).setScale(12, RoundingMode.HALF_EVEN).doubleValue();
    }

    boolean isRead() {
        return situation.action().type().equals("read");
    }

    RiskLevel risk(List<ClauseId> bearing) {
        RiskLevel family =
                policy.familyOf(situation.action().type())
                        .map(ActionFamily::risk)
                        .orElse(RiskLevel.MEDIUM);
        boolean raised = !isRead() && situation.resource().environment() == Environment.PRODUCTION;
        List<RiskLevel> levels = List.of(RiskLevel.values());
        int step = Math.min(levels.indexOf(family) + (raised ? 1 : 0), levels.size() - 1);
        int said = situation.context().callerRisk().map(levels::indexOf).orElse(0);
        int tier =
                bearing.stream()
                        .map(id -> Objects.requireNonNull(policy.clauses().get(id)).tier())
                        .mapToInt(levels::indexOf)
                        .max()
                        .orElse(0);
        return levels.get(Math.max(tier, Math.max(step, said)));
    }
}
