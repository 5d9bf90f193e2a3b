package io.praetor.app.cli;

import io.praetor.app.Patterns;
import io.praetor.app.Wiring;
import io.praetor.app.config.Config;
import io.praetor.decision.Decision;
import io.praetor.decision.Explanation;
import io.praetor.decision.Released;
import io.praetor.log.LogVerifier;
import io.praetor.log.Verification;
import io.praetor.patterns.Pattern;
import io.praetor.policy.Effect;
import io.praetor.policy.PolicyHeader;
import io.praetor.suite.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/**
 * The main job on shipped data: decide, record, learn from reviews, verify, summarise. Needs no
 * configuration.
 */
@Command(
        name = "demo",
        description =
                "decide a dozen shipped situations, learn from scripted reviews, verify the record")
final class Demo extends Verb {
    private static final Path POLICY = Path.of("policies", "team-default.yaml");
    private static final Path DATA = Path.of(".praetor", "demo");

    /** Reviews by a script are kept away from those that somebody may give of the demo. */
    private static final Path LESSON = Path.of("lesson");

    Demo(Shell shell) {
        super(shell);
    }

    @Override
    protected ExitCode run() {
        Path data = shell.folder().resolve(DATA);
        startAfresh(data);
        try (Wiring wiring = open(config(data))) {
            introduce(wiring);
            List<Decision> decided = new ArrayList<>();
            for (Scenario scenario : DemoScenarios.in(shell.installation())) {
                Released released = wiring.decisions().decide(DemoScenarios.situationOf(scenario));
                decided.add(released.decision());
                show(scenario, released);
            }
            learn(data.resolve(LESSON));
            return summarise(decided, verify(wiring), data);
        }
    }

    private Config config(Path data) {
        return Config.of(shell.installation().resolve(POLICY), data);
    }

    /** A demo tells its own story from its first record. */
    private static void startAfresh(Path data) {
        for (Path file : List.of(Wiring.LOG_FILE, Patterns.FILE)) {
            for (String ending : List.of("", "-wal", "-shm")) {
                try {
                    Files.deleteIfExists(data.resolve(file + ending));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void introduce(Wiring wiring) {
        if (!json()) {
            PolicyHeader policy = wiring.policies().standard().rules().policy().header();
            shell.out()
                    .printf(
                            "Policy %s %s, %s%n%n",
                            policy.id(), policy.version(), policy.hash().substring(0, 12));
        }
    }

    private void show(Scenario scenario, Released released) {
        if (json()) {
            shell.out().println(DecisionJsonText.of(released));
            return;
        }
        DecisionText text = new DecisionText(shell);
        Decision decision = released.decision();
        shell.out().println(text.headline(decision));
        shell.out().println(DecisionText.line("story", scenario.title()));
        text.reasons(decision, Explanation.of(decision)).forEach(shell.out()::println);
        shell.out().println();
    }

    private void learn(Path data) {
        startAfresh(data);
        Config config = config(data);
        try (Wiring wiring = open(config)) {
            DemoLesson.Learnt learnt = new DemoLesson(wiring, config).teach();
            if (json()) {
                shell.out().println(learnt.json());
            } else {
                show(learnt);
            }
        }
    }

    private void show(DemoLesson.Learnt learnt) {
        show(
                learnt.reviewed().getFirst().decision(),
                "the first of %d such edits, in words that no rule reads"
                        .formatted(learnt.reviewed().size()));
        say("review", "a scripted reviewer (no person) says of each: require attestation");
        for (Pattern each : learnt.learnt()) {
            say("pattern", each.description());
            say("approved", "by %s, who is no person".formatted(each.standing().by()));
        }
        show(learnt.again().decision(), "the next one");
        show(learnt.other().decision(), "the same developer and file, other words");
        shell.out().println();
    }

    private void show(Decision decision, String story) {
        shell.out().println(new DecisionText(shell).headline(decision));
        say("story", story);
        say("decided", "by " + decision.path().label());
    }

    private void say(String name, String text) {
        shell.out().println(DecisionText.line(name, text));
    }

    private static Verification verify(Wiring wiring) {
        return new LogVerifier(wiring.log(), wiring.log()).verify(List.of(), _ -> {});
    }

    private ExitCode summarise(List<Decision> decided, Verification verification, Path data) {
        if (!json()) {
            Map<Effect, Long> counts =
                    decided.stream()
                            .collect(
                                    Collectors.groupingBy(
                                            Decision::effect,
                                            () -> new EnumMap<>(Effect.class),
                                            Collectors.counting()));
            shell.out()
                    .printf(
                            "%d decisions: %s%n",
                            decided.size(),
                            counts.entrySet().stream()
                                    .map(each -> each.getValue() + " " + each.getKey())
                                    .collect(Collectors.joining(", ")));
            shell.out()
                    .printf(
                            "%d records in %s: %s%n",
                            verification.head().size(),
                            data.resolve(Wiring.LOG_FILE),
                            verification.isSound()
                                    ? "chain and tree verified"
                                    : verification.findings().getFirst());
            shell.out().println("Next: ./praetor serve, then the curl in README.md");
        }
        return verification.isSound() ? ExitCode.OK : ExitCode.NO;
    }
}
