package io.praetor.testing;

import java.util.List;
import java.util.stream.Collectors;

/** Random texts of well-typed conditions over everything that a condition can see. */
public final class RandomConditions {
    private static final List<String> TEXT_FIELDS =
            List.of(
                    "actor.id",
                    "actor.role",
                    "action.type",
                    "action.family",
                    "action.description",
                    "resource.id",
                    "resource.scheme",
                    "resource.name",
                    "context.team",
                    "context.norms",
                    "context.intent",
                    "context.incident",
                    "context.approval_pending",
                    "context.session");
    private static final List<String> NUMBER_FIELDS =
            List.of(
                    "actor.trust.competence",
                    "actor.trust.reliability",
                    "actor.trust.integrity",
                    "actor.identity.coherence",
                    "actor.atp",
                    "context.d9_score",
                    "context.self_reference_rate");
    private static final List<String> WORD_TESTS =
            List.of(
                    "actor.kind == 'bot'",
                    "actor.identity.level in ['trusted', 'verified']",
                    "actor.identity.trend != 'declining'",
                    "resource.environment == 'production'",
                    "context.risk == 'high'",
                    "context.coupling == 'coupled'",
                    "level_at_least(actor.identity.level, 'trusted')",
                    "risk_at_least(context.risk, 'high')",
                    "level_at_least(action.parameters.name, 'trusted')",
                    "context.mfa",
                    "context.off_hours",
                    "action.parameters.force",
                    "at.getHours() < 12",
                    "at.getHours('Europe/Berlin') >= 7",
                    "at.getDayOfWeek('America/New_York') == 0",
                    "at.getMinutes('+05:30') == 30",
                    "at - duration('36h') > timestamp('2026-11-20T00:00:00Z')",
                    "at + duration('1h30m') <= timestamp('2026-11-20T12:00:00+01:00')",
                    "context.approvals.exists(a, at - a.at < duration('48h'))",
                    "context.approvals.all(a, a.role == 'admin' && a.by != actor.id)",
                    "context.approvals.filter(a, a.kind == 'admin').size() >= 1",
                    "context.approvals[0].kind == 'peer'",
                    "context.approvals.map(a, a.kind == 'peer', a.by) == ['user:bob']",
                    "context.approvals.exists_one(a, has(a.role))");
    private static final List<String> PRESENT =
            List.of(
                    "actor.role",
                    "actor.trust",
                    "actor.trust.integrity",
                    "actor.identity",
                    "actor.identity.level",
                    "action.family",
                    "action.parameters.force",
                    "action.parameters.tags.inner",
                    "action.parameters.count.inner.list",
                    "resource.id",
                    "context.incident",
                    "context.mfa",
                    "context.history",
                    "context.signals.witness_diversity");
    private static final List<String> MAPS =
            List.of(
                    "action.parameters",
                    "actor.properties",
                    "resource.properties",
                    "context.extras",
                    "context.signals",
                    "context.counters");
    private static final List<String> ORDERS = List.of("<", "<=", ">", ">=");

    private final Chance chance;
    private int loops;

    public RandomConditions(Chance chance) {
        this.chance = chance;
    }

    public String next() {
        loops = 0;
        return bool(3);
    }

    private String bool(int depth) {
        if (depth == 0) {
            return leaf();
        }
        return switch (chance.below(8)) {
            case 0, 1 -> "(" + bool(depth - 1) + " && " + bool(depth - 1) + ")";
            case 2, 3 -> "(" + bool(depth - 1) + " || " + bool(depth - 1) + ")";
            case 4 -> "!(" + bool(depth - 1) + ")";
            case 5 -> "(%s ? %s : %s)".formatted(bool(depth - 1), bool(depth - 1), bool(depth - 1));
            default -> leaf();
        };
    }

    private String leaf() {
        return switch (chance.below(11)) {
            case 0 -> "has(" + chance.oneOf(PRESENT) + ")";
            case 1 -> chance.oneOf(WORD_TESTS);
            case 2 -> number() + " " + chance.oneOf(ORDERS) + " " + number();
            case 3 -> text() + " " + chance.oneOf("==", "!=", "<", ">=") + " " + text();
            case 4 -> textTest();
            case 5, 6 -> untyped();
            case 7 -> loops < 2 ? loop() : chance.oneOf("true", "false");
            case 8 -> whole() + " " + chance.oneOf("<", ">=", "==", "!=") + " " + whole();
            case 9 -> text() + " in [" + texts() + "]";
            default -> text() + " in " + chance.oneOf("context.history", "action.parameters");
        };
    }

    private String textTest() {
        return chance.in(3)
                ? "%s.matches('%s')"
                        .formatted(
                                text(),
                                chance.oneOf("(?i)ignore (all|any)", "^prod", "[0-9]+$", "", "a|b"))
                : "%s.%s(%s)"
                        .formatted(
                                text(), chance.oneOf("contains", "startsWith", "endsWith"), text());
    }

    private String untyped() {
        String value = untypedValue();
        return switch (chance.below(7)) {
            case 0 -> value + " == " + chance.oneOf("true", "2", "2.0", "null", "'fix typo'");
            case 1 -> value + " " + chance.oneOf(ORDERS) + " " + chance.oneOf("1", "0.5", "'b'");
            case 2 -> value + " " + chance.oneOf("==", "!=", "<", ">=") + " " + untypedValue();
            case 3 -> "size(" + value + ") > 1";
            case 4 -> value + " + " + untypedValue() + " != " + untypedValue();
            case 5 -> "'fix typo' in " + value;
            default -> value + ".exists(k, k == 'inner')";
        };
    }

    private String untypedValue() {
        String map = chance.oneOf(MAPS);
        String key =
                chance.oneOf(
                        map.endsWith("signals")
                                ? RandomSituations.SIGNALS
                                : map.endsWith("counters")
                                        ? List.of("deploys", "reads")
                                        : RandomSituations.KEYS);
        return switch (chance.below(4)) {
            case 0 -> map + "['" + key + "'].inner";
            case 1 -> map + "['" + key + "'][0]";
            default -> map + "['" + key + "']";
        };
    }

    private String loop() {
        String variable = "e" + loops;
        loops++;
        String range = chance.oneOf("context.history", "prose", "['a', 'prod is down', actor.id]");
        String test =
                switch (chance.below(3)) {
                    case 0 -> variable + ".contains(" + text() + ")";
                    case 1 -> variable + " == " + text();
                    default -> "size(" + variable + ") > " + chance.below(20);
                };
        return switch (chance.below(5)) {
            case 0 -> range + ".all(" + variable + ", " + test + ")";
            case 1 -> range + ".exists_one(" + variable + ", " + test + ")";
            case 2 -> "size(" + range + ".filter(" + variable + ", " + test + ")) == 1";
            case 3 -> "'x' in " + range + ".map(" + variable + ", " + variable + " + 'x')";
            default -> range + ".exists(" + variable + ", " + test + ")";
        };
    }

    private String number() {
        return switch (chance.below(5)) {
            case 0 -> String.valueOf(chance.unit());
            case 1 -> String.valueOf(chance.below(12));
            case 2 -> chance.oneOf(NUMBER_FIELDS) + chance.oneOf(" + ", " - ", " * ") + "0.5";
            default -> chance.oneOf(NUMBER_FIELDS);
        };
    }

    private String whole() {
        return switch (chance.below(4)) {
            case 0 -> "size(" + chance.oneOf("context.history", "prose", "actor.id") + ")";
            case 1 -> "size(action.parameters) * 2 - 1";
            case 2 -> "-" + (1 + chance.below(3));
            default -> chance.in(9) ? "9223372036854775807 + 1" : String.valueOf(chance.below(4));
        };
    }

    private String text() {
        return chance.in(3) ? "'" + chance.oneOf(words()) + "'" : chance.oneOf(TEXT_FIELDS);
    }

    private String texts() {
        return chance.some(3, () -> "'" + chance.oneOf(words()) + "'").stream()
                .collect(Collectors.joining(", "));
    }

    private static List<String> words() {
        return List.of("admin", "developer", "user:alice", "read", "prod", "env", "typo", "");
    }
}
