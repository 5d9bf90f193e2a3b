package io.praetor.sample;

import io.praetor.decision.ActingVersion;
import io.praetor.decision.Authority;
import io.praetor.decision.ConfidenceFloors;
import io.praetor.decision.Evaluator;
import io.praetor.decision.Judge;
import io.praetor.decision.Judgement;
import io.praetor.patterns.PatternLibrary;
import io.praetor.policy.Effect;
import io.praetor.policy.Evaluation;
import io.praetor.reasoning.Opinion;
import io.praetor.reasoning.precedent.PrecedentReasoner;
import io.praetor.retrieval.Precedent;
import io.praetor.retrieval.library.LibraryReader;
import io.praetor.retrieval.library.LibraryReading;
import io.praetor.rules.Consequences;
import io.praetor.rules.RuleEngine;
import io.praetor.situation.Admission;
import io.praetor.situation.Attributes;
import io.praetor.situation.Situation;
import io.praetor.situation.dialect.SituationReader;
import io.praetor.suite.Scenario;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What rules and the precedent reasoner together make of scenarios. */
public final class PrecedentFigures {
    private static final Instant RECEIVED = Instant.parse("2026-03-10T11:00:00Z");

    private final RuleEngine engine;
    private final PrecedentReasoner reasoner;
    private final Judge judge = new Judge(ConfidenceFloors.DEFAULT, () -> 0);

    /** One scenario as it was decided. */
    record Line(Scenario scenario, Optional<Judgement> judged) {
        Effect effect() {
            return judged.map(Judgement::effect).orElse(Effect.DENY);
        }

        boolean isRight() {
            return scenario.isRight(effect());
        }

        boolean isWrongAllow() {
            return effect() == Effect.ALLOW && !isRight();
        }

        boolean isAsked() {
            return judged.flatMap(it -> it.trail().reasoning()).isPresent();
        }

        boolean isAnswered() {
            return judged.flatMap(it -> it.trail().reasoning())
                    .map(Opinion::evaluation)
                    .filter(Evaluation.Applicable.class::isInstance)
                    .isPresent();
        }
    }

    private PrecedentFigures(RuleEngine engine, PrecedentReasoner reasoner) {
        this.engine = engine;
        this.reasoner = reasoner;
    }

    static PrecedentFigures ofSample(boolean withCues) {
        RuleEngine engine =
                RuleEngine.compile(SampleDecisions.read(Shipped.text(Shipped.POLICY)).policy());
        PrecedentReasoner reasoner =
                new PrecedentReasoner(
                        engine.policy(),
                        library(engine),
                        Optional.empty(),
                        Consequences.of(engine)::of);
        return new PrecedentFigures(engine, withCues ? reasoner : reasoner.withoutCues());
    }

    static List<Precedent> library(RuleEngine engine) {
        return switch (new LibraryReader(engine.policy()).read(Shipped.examples())) {
            case LibraryReading.Read read -> read.precedents();
            case LibraryReading.Rejected rejected ->
                    throw new AssertionError(rejected.problems().toString());
        };
    }

    List<Line> of(List<Scenario> scenarios) {
        List<Line> lines = new ArrayList<>();
        scenarios.forEach(it -> lines.add(new Line(it, admitted(it).map(this::judged))));
        return lines;
    }

    private static Optional<Situation> admitted(Scenario scenario) {
        SituationReader door = new SituationReader();
        Admission admission =
                switch (scenario.request()) {
                    case Scenario.Request.Parsed(Map<String, ?> object) ->
                            door.read(object, RECEIVED);
                    case Scenario.Request.Text(String json) ->
                            door.read(
                                    json.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                                    RECEIVED);
                };
        return admission instanceof Admission.Admitted admitted
                ? Optional.of(admitted.situation())
                : Optional.empty();
    }

    private Judgement judged(Situation situation) {
        Attributes counters =
                engine.policy().counters().stream()
                        .reduce(
                                Attributes.NONE,
                                (all, counter) -> all.with(counter.name(), 0.0),
                                (a, _) -> a);
        ActingVersion version =
                new ActingVersion(
                        "sample",
                        engine,
                        PatternLibrary.EMPTY,
                        Optional.of(reasoner),
                        new Authority(
                                "live", Set.of(Evaluator.values()), Set.of(Evaluator.values())));
        return judge.judge(
                situation.withContext(situation.context().withCounters(counters)), version);
    }

    /** Prints the figures of scenario files and folders; {@code -v} says which are wrong. */
    public static void main(String[] arguments) {
        List<Scenario> scenarios = new ArrayList<>();
        for (String argument : arguments) {
            if (!argument.startsWith("-")) {
                files(Path.of(argument))
                        .forEach(
                                it -> scenarios.addAll(Shipped.scenarios(it.toString(), text(it))));
            }
        }
        List<String> options = List.of(arguments);
        PrecedentFigures figures = ofSample(!options.contains("--without-cues"));
        print(figures.of(scenarios), options.contains("-v"), System.out);
    }

    static void print(List<Line> lines, boolean isVerbose, PrintStream out) {
        out.printf(
                "%d scenarios, %d right, %d wrong allows (%d on high risk), asked %d, answered"
                        + " %d%n",
                lines.size(),
                lines.stream().filter(Line::isRight).count(),
                lines.stream().filter(Line::isWrongAllow).count(),
                lines.stream()
                        .filter(it -> it.isWrongAllow() && it.scenario().isHighRisk())
                        .count(),
                lines.stream().filter(Line::isAsked).count(),
                lines.stream().filter(Line::isAnswered).count());
        if (isVerbose) {
            lines.forEach(it -> out.println(described(it)));
        }
    }

    private static String described(Line line) {
        return "%s %s want %s got %s %s | %s"
                .formatted(
                        line.isRight() ? "ok " : line.isWrongAllow() ? "BAD" : "no ",
                        line.scenario().id(),
                        line.scenario().expected().label(),
                        line.effect().label(),
                        line.judged().map(it -> it.trail().rules().risk().label()).orElse("-"),
                        line.judged()
                                .flatMap(it -> it.trail().reasoning())
                                .map(it -> it.evaluation().toString())
                                .orElse("not asked"));
    }

    private static List<Path> files(Path place) {
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(it -> it.toString().endsWith(".yaml")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
