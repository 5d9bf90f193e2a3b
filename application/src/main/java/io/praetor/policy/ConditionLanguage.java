package io.praetor.policy;

import com.google.common.collect.ImmutableList;
import dev.cel.checker.CelStandardDeclarations;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import java.util.List;
import java.util.Set;

/**
 * The part of CEL that conditions are written in, and nothing else of it.
 *
 * <p>{@code && || ! == != < <= > >= in ?:}, {@code + - *} on numbers of one type, {@code +} on
 * texts and lists, sums and differences of instants and durations, indexing, {@code size}, {@code
 * has}, {@code all exists exists_one filter map}, {@code contains startsWith endsWith matches},
 * {@code getHours getMinutes getDayOfWeek}, {@code duration timestamp}, and two functions of our
 * own: {@code level_at_least(level, "trusted")} and {@code risk_at_least(risk, "high")}. A number
 * of either type may be ordered against the other. See the CEL language definition, "Standard
 * Definitions", for their meaning.
 */
public final class ConditionLanguage {
    /** A longer condition is a policy written in the wrong place. */
    public static final int CONDITION_CHARS_MAX = 4096;

    /** Deeper nesting is no longer read by people, and would cost stack on every decision. */
    public static final int NESTING_MAX = 64;

    /** Each loop multiplies the work by the length of a list that callers may fill. */
    public static final int LOOPS_MAX = 2;

    public static final String LEVEL_AT_LEAST = "level_at_least";
    public static final String RISK_AT_LEAST = "risk_at_least";

    /** How our expressions are read and evaluated; the oracle in the tests runs under the same. */
    public static final CelOptions OPTIONS =
            CelOptions.current()
                    .enableHeterogeneousNumericComparisons(true)
                    .maxExpressionCodePointSize(CONDITION_CHARS_MAX)
                    .maxParseRecursionDepth(NESTING_MAX)
                    .build();

    private static final Set<String> OVERLOADS =
            Set.of(
                    "logical_and",
                    "logical_or",
                    "logical_not",
                    "not_strictly_false",
                    "conditional",
                    "equals",
                    "not_equals",
                    "in_list",
                    "in_map",
                    "index_list",
                    "index_map",
                    "add_int64",
                    "add_double",
                    "add_string",
                    "add_list",
                    "add_timestamp_duration",
                    "subtract_int64",
                    "subtract_double",
                    "subtract_timestamp_timestamp",
                    "subtract_timestamp_duration",
                    "multiply_int64",
                    "multiply_double",
                    "negate_int64",
                    "negate_double",
                    "size_string",
                    "size_list",
                    "size_map",
                    "string_size",
                    "list_size",
                    "map_size",
                    "contains_string",
                    "starts_with_string",
                    "ends_with_string",
                    "matches_string",
                    "string_to_duration",
                    "string_to_timestamp",
                    "timestamp_to_hours",
                    "timestamp_to_hours_with_tz",
                    "timestamp_to_minutes",
                    "timestamp_to_minutes_with_tz",
                    "timestamp_to_day_of_week",
                    "timestamp_to_day_of_week_with_tz");

    private static final Set<String> ORDERED =
            Set.of(
                    "bool",
                    "int64",
                    "double",
                    "string",
                    "timestamp",
                    "duration",
                    "int64_double",
                    "double_int64");

    private ConditionLanguage() {}

    /** Our own functions, for a checker or an interpreter. */
    public static List<CelFunctionDecl> functions() {
        return List.of(comparison(LEVEL_AT_LEAST), comparison(RISK_AT_LEAST));
    }

    /** The names a call may have, for suggestions. */
    static List<String> functionNames() {
        return List.of(
                "size",
                "has",
                "all",
                "exists",
                "exists_one",
                "filter",
                "map",
                "contains",
                "startsWith",
                "endsWith",
                "matches",
                "getHours",
                "getMinutes",
                "getDayOfWeek",
                "duration",
                "timestamp",
                LEVEL_AT_LEAST,
                RISK_AT_LEAST);
    }

    static CelCompiler compiler() {
        CelCompilerBuilder builder =
                CelCompilerFactory.standardCelCompilerBuilder()
                        .setOptions(OPTIONS)
                        .setStandardEnvironmentEnabled(false)
                        .setStandardDeclarations(
                                CelStandardDeclarations.newBuilder()
                                        .filterFunctions(
                                                (function, overload) ->
                                                        isPart(
                                                                overload.celOverloadDecl()
                                                                        .overloadId()))
                                        .filterIdentifiers(identifier -> false)
                                        .build())
                        .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                        .setTypeProvider(SituationTypes.provider())
                        .addFunctionDeclarations(ImmutableList.copyOf(functions()))
                        .setResultType(SimpleType.BOOL);
        SituationTypes.VARIABLES.forEach(builder::addVar);
        return builder.build();
    }

    private static boolean isPart(String overload) {
        String operands = overload.replaceFirst("^(less|greater)(_equals)?_", "");
        return OVERLOADS.contains(overload)
                || (!operands.equals(overload) && ORDERED.contains(operands));
    }

    private static CelFunctionDecl comparison(String name) {
        return CelFunctionDecl.newFunctionDeclaration(
                name,
                CelOverloadDecl.newGlobalOverload(
                        name + "_string_string",
                        SimpleType.BOOL,
                        SimpleType.STRING,
                        SimpleType.STRING));
    }
}
