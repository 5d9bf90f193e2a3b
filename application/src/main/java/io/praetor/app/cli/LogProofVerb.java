package io.praetor.app.cli;

import io.praetor.adapters.sqlite.SqliteDecisionLog;
import io.praetor.app.BadInput;
import io.praetor.app.LogWriting;
import io.praetor.log.ChainedRecord;
import io.praetor.log.LogTree;
import io.praetor.log.Part;
import io.praetor.log.Proof;
import io.praetor.log.ProofJson;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a proof that an auditor can check without the log. */
@Command(
        name = "proof",
        description = {
            "prove that a decision is in the log, or that an earlier head still holds",
            "The proof is JSON, complete in itself; `log verify --proof FILE --head HEAD` checks it"
                    + " without the log. Without --disclose it shows nothing about persons."
        })
final class LogProofVerb extends LogVerb {
    @Parameters(paramLabel = "ID", arity = "0..1", description = "the decision to prove")
    private Optional<String> id = Optional.empty();

    @Option(
            names = "--from",
            paramLabel = "FILE",
            description = "an earlier head to prove instead, as `log head` wrote it")
    private Optional<Path> from = Optional.empty();

    @Option(
            names = "--head",
            paramLabel = "FILE",
            description = "prove the decision to whoever holds this earlier head; otherwise a new")
    private Optional<Path> held = Optional.empty();

    @Option(
            names = "--disclose",
            paramLabel = "PART",
            split = ",",
            description = "show personal parts: actor, situation, account")
    private List<Part> disclosed = List.of();

    @Option(names = "--out", paramLabel = "FILE", description = "otherwise standard output")
    private Optional<Path> out = Optional.empty();

    @Spec private CommandSpec spec = CommandSpec.create();

    LogProofVerb(Shell shell) {
        super(shell);
    }

    @Override
    protected ExitCode run() {
        if (id.isPresent() == from.isPresent()) {
            throw new ParameterException(
                    spec.commandLine(), "say the ID of a decision, or --from with a head");
        }
        if (from.isPresent() && (held.isPresent() || !disclosed.isEmpty())) {
            throw new ParameterException(
                    spec.commandLine(), "--head and --disclose go with the ID of a decision");
        }
        try (SqliteDecisionLog log = SqliteDecisionLog.read(logFile())) {
            LogTree tree = LogTree.of(log);
            Proof proof = id.isPresent() ? inclusion(log, tree, id.get()) : consistency(tree);
            List<String> problems = proof.problems();
            if (!problems.isEmpty()) {
                problems.forEach(problem -> shell.err().println(shell.red("refuted: ") + problem));
                return ExitCode.NO;
            }
            write(out, ProofJson.write(held.isPresent() ? proof : signed(proof)) + "\n");
        }
        return ExitCode.OK;
    }

    private Proof signed(Proof proof) {
        return config().log().key().map(LogWriting::key).map(proof::signedBy).orElse(proof);
    }

    private Proof inclusion(SqliteDecisionLog log, LogTree tree, String named) {
        Set<Part> shown = EnumSet.noneOf(Part.class);
        shown.addAll(disclosed);
        ChainedRecord record = record(log, named);
        try {
            return held.isPresent()
                    ? tree.include(record, shown, head(held.get()))
                    : tree.include(record, shown);
        } catch (IllegalArgumentException early) {
            throw new BadInput(held.orElseThrow() + ": " + early.getMessage());
        }
    }

    private Proof consistency(LogTree tree) {
        Path file = from.orElseThrow();
        try {
            return tree.extend(head(file));
        } catch (IllegalArgumentException shorter) {
            throw new BadInput(file + ": " + shorter.getMessage());
        }
    }
}
