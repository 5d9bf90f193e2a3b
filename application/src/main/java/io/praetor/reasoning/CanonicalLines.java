package io.praetor.reasoning;

import io.praetor.policy.ActionFamily;
import io.praetor.policy.Ambiguity;
import io.praetor.policy.Evaluation;
import io.praetor.policy.PolicySet;
import io.praetor.policy.Rule;
import io.praetor.policy.TrustTest;
import io.praetor.situation.Context;
import io.praetor.situation.Identity;
import io.praetor.situation.RiskLevel;
import io.praetor.situation.Situation;
import io.praetor.situation.Trust;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A question as fixed lines of attributes, one {@code name: value} each and always all of them, so
 * that a very small model can read it. Numbers stand as bands between the policy's own thresholds.
 * What people wrote comes last, as one line and bounded, behind everything that was observed.
 */
public final class CanonicalLines {
    /** Characters of prose: some sixty tokens, as many as everything before them. */
    public static final int DETAILS_CHARS_MAX = 240;

    private static final int SIGNALS_MAX = 8;
    private static final int WORD_CHARS_MAX = 40;

    /** Bands of a signal that is a share: the sample policy's own bounds for what is unusual. */
    private static final double LOW_BELOW = .3;

    private static final double HIGH_FROM = .7;
    private static final String NONE = "none";
    private static final String UNKNOWN = "unknown";

    private CanonicalLines() {}

    /** Lines without a line break behind the last. */
    public static String of(Question question) {
        return attributes(question) + "\ndetails: " + details(question.situation());
    }

    /** Everything but the prose. */
    public static String attributes(Question question) {
        Situation situation = question.situation();
        PolicySet policy = question.policy();
        Context context = situation.context();
        Identity identity = situation.actor().identity();
        return Stream.of(
                        line(
                                "action",
                                policy.familyOf(situation.action().type()).map(ActionFamily::name)),
                        line("role", situation.actor().role().map(CanonicalLines::word)),
                        line("kind", situation.actor().kind().label()),
                        line("environment", situation.resource().environment().label()),
                        line("resource", word(situation.resource().scheme())),
                        line("trust", trust(situation.actor().trust(), policy)),
                        line("identity", identity.level().map(it -> it.label()).orElse(UNKNOWN)),
                        line("coherence", coherence(identity.coherence(), policy)),
                        line("trend", identity.trend().map(it -> it.label()).orElse(UNKNOWN)),
                        line("hours", policy.team().isWithinHours(situation.at()) ? "in" : "out"),
                        line("incident", context.incident().isPresent() ? "told" : NONE),
                        line("caller", context.callerRisk().map(RiskLevel::label)),
                        line("signals", signals(context)),
                        line("risk", question.risk().label()),
                        line("rules", rules(question.byRules())),
                        line("open", open(question.byRules())))
                .collect(Collectors.joining("\n"));
    }

    private static String line(String name, Optional<String> value) {
        return line(name, value.orElse(NONE));
    }

    private static String line(String name, String value) {
        return name + ": " + value;
    }

    /** Between which of the policy's thresholds the trust lies, in percent. */
    private static String trust(Trust trust, PolicySet policy) {
        OptionalDouble scalar = policy.trust().scalar(trust);
        if (scalar.isEmpty()) {
            return UNKNOWN;
        }
        TreeSet<Double> thresholds =
                policy.sections().stream()
                        .flatMap(section -> section.rules().stream())
                        .map(Rule::trust)
                        .flatMap(Optional::stream)
                        .map(TrustTest::threshold)
                        .collect(Collectors.toCollection(TreeSet::new));
        Double from = thresholds.floor(scalar.getAsDouble());
        Double to = thresholds.higher(scalar.getAsDouble());
        return percent(from == null ? 0 : from) + " to " + percent(to == null ? 1 : to);
    }

    private static long percent(double share) {
        return Math.round(share * 100);
    }

    private static String coherence(OptionalDouble coherence, PolicySet policy) {
        if (coherence.isEmpty()) {
            return UNKNOWN;
        }
        return coherence.getAsDouble() < policy.trust().coherenceFloor() ? "low" : "good";
    }

    private static String signals(Context context) {
        String shown =
                context.signals().values().entrySet().stream()
                        .limit(SIGNALS_MAX)
                        .map(each -> word(each.getKey()) + " " + band(each.getValue()))
                        .collect(Collectors.joining(", "));
        return shown.isEmpty() ? NONE : shown;
    }

    private static String band(@Nullable Object value) {
        if (!(value instanceof Double number)) {
            return "told";
        }
        if (number > 1) {
            return "above 1";
        }
        if (number < LOW_BELOW) {
            return "low";
        }
        return number >= HIGH_FROM ? "high" : "middle";
    }

    private static String rules(Evaluation said) {
        return switch (said) {
            case Evaluation.Applicable it -> it.effect().label();
            case Evaluation.NotApplicable _ -> NONE;
            case Evaluation.Indeterminate it -> "unclear, at least " + it.atLeast().label();
        };
    }

    private static String open(Evaluation said) {
        return switch (said) {
            case Evaluation.Applicable it when it.isConclusive() -> NONE;
            case Evaluation.Applicable it ->
                    it.ambiguities().stream()
                            .sorted()
                            .map(Ambiguity::label)
                            .collect(Collectors.joining(", "));
            case Evaluation.NotApplicable _ -> "everything";
            case Evaluation.Indeterminate _ -> "everything";
        };
    }

    private static String details(Situation situation) {
        Context context = situation.context();
        List<String> texts = new ArrayList<>();
        situation.action().description().ifPresent(texts::add);
        context.intent().ifPresent(texts::add);
        texts.addAll(context.history());
        context.incident().ifPresent(texts::add);
        context.approvalPending().ifPresent(texts::add);
        String all = oneLine(String.join(" / ", texts));
        return all.isEmpty() ? NONE : cut(all, DETAILS_CHARS_MAX);
    }

    /** A caller's name of something as one short word, so that it cannot pose as a line. */
    private static String word(String text) {
        String word = oneLine(text).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}_-]+", "-");
        return word.isEmpty() ? NONE : cut(word, WORD_CHARS_MAX);
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\s]+", " ").strip();
    }

    /** Never through the middle of a character outside the basic plane. */
    private static String cut(String text, int charsMax) {
        if (text.length() <= charsMax) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(charsMax - 1)) ? charsMax - 1 : charsMax;
        return text.substring(0, end);
    }
}
