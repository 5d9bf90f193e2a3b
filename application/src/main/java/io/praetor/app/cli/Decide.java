package io.praetor.app.cli;

import io.praetor.app.BadInput;
import io.praetor.app.Wiring;
import io.praetor.decision.Explanation;
import io.praetor.decision.Released;
import io.praetor.policy.Effect;
import io.praetor.situation.Admission;
import io.praetor.situation.Refusal;
import io.praetor.situation.dialect.SituationReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Decides one situation, records it and says why. */
@Command(
        name = "decide",
        description = "decide one situation, in any dialect; status 0 if it may proceed, 1 if not")
final class Decide extends Verb {
    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            defaultValue = "-",
            description = "JSON file; standard input where it is - or left out")
    private Path file = Path.of("-");

    Decide(Shell shell) {
        super(shell);
    }

    @Override
    protected ExitCode run() {
        byte[] request = request();
        try (Wiring wiring = open(config())) {
            return switch (new SituationReader().read(request, Instant.now())) {
                case Admission.Admitted admitted ->
                        show(wiring.decisions().decide(admitted.situation()));
                case Admission.Refused refused -> {
                    wiring.decisions().refuse(refused.refusals());
                    throw new BadInput(
                            refused.refusals().stream()
                                    .map(Refusal::toString)
                                    .collect(Collectors.joining("\n")));
                }
            };
        }
    }

    private ExitCode show(Released released) {
        if (json()) {
            shell.out().println(DecisionJsonText.of(released));
        } else {
            DecisionText text = new DecisionText(shell);
            shell.out().println(text.headline(released.decision()));
            text.reasons(released.decision(), Explanation.of(released.decision()))
                    .forEach(shell.out()::println);
            shell.out().println(DecisionText.line("recorded", DecisionText.place(released)));
        }
        return released.decision().effect() == Effect.ALLOW ? ExitCode.OK : ExitCode.NO;
    }

    private byte[] request() {
        try {
            return file.toString().equals("-")
                    ? shell.in().readAllBytes()
                    : Files.readAllBytes(shell.folder().resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
