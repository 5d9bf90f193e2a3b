package io.praetor.log.export;

import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A CEL condition over {@code event}, the record as it would be exported. Thread-safe. */
final class EventCondition {
    private static final CelCompiler COMPILER =
            CelCompilerFactory.standardCelCompilerBuilder()
                    .setOptions(options())
                    .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                    .addVar("event", MapType.create(SimpleType.STRING, SimpleType.DYN))
                    .setResultType(SimpleType.BOOL)
                    .build();

    private static final CelRuntime RUNTIME =
            CelRuntimeFactory.legacyCelRuntimeBuilder().setOptions(options()).build();

    private final CelRuntime.Program program;

    private EventCondition(CelRuntime.Program program) {
        this.program = program;
    }

    private static CelOptions options() {
        return CelOptions.current().enableHeterogeneousNumericComparisons(true).build();
    }

    /** Compiles a condition; what is wrong with it is in the exception's message. */
    static EventCondition of(String source) throws CelValidationException {
        try {
            return new EventCondition(RUNTIME.createProgram(COMPILER.compile(source).getAst()));
        } catch (CelEvaluationException impossible) {
            throw new IllegalStateException("a checked condition has a program", impossible);
        }
    }

    boolean holds(Map<String, @Nullable Object> event) throws CelEvaluationException {
        return program.eval(Map.of("event", event)) instanceof Boolean held && held;
    }
}
