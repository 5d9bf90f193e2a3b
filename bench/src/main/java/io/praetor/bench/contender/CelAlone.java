package io.praetor.bench.contender;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime.Program;
import io.praetor.bench.Ask;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** cel-java alone: ten programs over a map, asked in turn until one is true. */
final class CelAlone implements Contender {
    private final List<Program> programs;

    private CelAlone(List<Program> programs) {
        this.programs = programs;
    }

    static CelAlone load() {
        Cel cel =
                CelFactory.plannerCelBuilder()
                        .addVar("role", SimpleType.STRING)
                        .addVar("kind", SimpleType.STRING)
                        .addVar("action", SimpleType.STRING)
                        .addVar("resource", SimpleType.STRING)
                        .addVar("trust", SimpleType.DOUBLE)
                        .build();
        return new CelAlone(
                Contender.file("rules.cel").lines().map(rule -> compile(cel, rule)).toList());
    }

    private static Program compile(Cel cel, String rule) {
        try {
            return cel.createProgram(cel.compile(rule).getAst());
        } catch (CelValidationException | CelEvaluationException e) {
            throw new IllegalStateException(rule, e);
        }
    }

    @Override
    public String name() {
        return "cel-java alone";
    }

    @Override
    public BooleanSupplier prepare(Ask ask) {
        Map<String, Object> variables =
                Map.of(
                        "role", ask.role(),
                        "kind", ask.kind(),
                        "action", ask.action(),
                        "resource", ask.resource(),
                        "trust", ask.trust());
        return () -> isPermitted(variables);
    }

    private boolean isPermitted(Map<String, Object> variables) {
        try {
            for (Program program : programs) {
                if ((boolean) program.eval(variables)) {
                    return true;
                }
            }
            return false;
        } catch (CelEvaluationException e) {
            throw new IllegalStateException(e);
        }
    }
}
