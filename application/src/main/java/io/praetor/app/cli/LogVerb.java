package io.praetor.app.cli;

import io.praetor.adapters.files.FileReading;
import io.praetor.app.BadInput;
import io.praetor.app.Wiring;
import io.praetor.log.ChainedRecord;
import io.praetor.log.Checkpoint;
import io.praetor.log.DecisionLog;
import io.praetor.log.NoteVerifier;
import io.praetor.log.RecordId;
import io.praetor.log.SignedNote;
import io.praetor.log.SigningKey;
import io.praetor.policy.PolicySource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** A verb about one decision log: the configured one, or the one that is named. */
abstract class LogVerb extends Verb {
    @Option(
            names = "--log",
            paramLabel = "FILE",
            description = "the log; otherwise the one of the configured data folder")
    private Optional<Path> log = Optional.empty();

    LogVerb(Shell shell) {
        super(shell);
    }

    final Path logFile() {
        return log.map(shell.folder()::resolve)
                .orElseGet(() -> config().data().resolve(Wiring.LOG_FILE));
    }

    /** The text of a file; what {@code read} refuses is bad input at that file. */
    final <T> T parsed(Path file, Function<String, T> read) {
        try {
            return read.apply(source(file).text());
        } catch (IllegalArgumentException refused) {
            throw new BadInput(file + ": " + refused.getMessage());
        }
    }

    final PolicySource source(Path file) {
        return switch (FileReading.of(shell.folder().resolve(file), file.toString())) {
            case FileReading.Text(PolicySource source) -> source;
            case FileReading.NoText(var problem) -> throw new BadInput(problem.toString());
        };
    }

    final SignedNote head(Path file) {
        return parsed(
                file,
                text -> {
                    SignedNote note = SignedNote.of(text);
                    return new SignedNote(Checkpoint.ofText(note.text()).text(), note.signatures());
                });
    }

    final NoteVerifier verifier(Path file) {
        return parsed(file, NoteVerifier::ofText);
    }

    final SigningKey signingKey(Path file) {
        return parsed(file, SigningKey::ofPem);
    }

    /** The record that has this id, or bad input. */
    static ChainedRecord record(DecisionLog log, String id) {
        boolean isNone = id.isEmpty() || id.length() > RecordId.LENGTH_MAX;
        Optional<ChainedRecord> found = isNone ? Optional.empty() : log.find(new RecordId(id));
        return found.orElseThrow(() -> new BadInput("no record `%s` in the log".formatted(id)));
    }

    /** Writes a result where it was asked for, otherwise to standard output. */
    final void write(Optional<Path> out, String text) {
        if (out.isEmpty()) {
            shell.out().print(text);
            shell.out().flush();
            return;
        }
        try {
            Files.writeString(shell.folder().resolve(out.get()), text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
