package io.praetor.app.cli;

import io.praetor.adapters.sqlite.SqliteDecisionLog;
import io.praetor.app.LogWriting;
import io.praetor.log.Checkpoint;
import io.praetor.log.LogTree;
import io.praetor.log.SignedNote;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Gives the log's head, to be kept where the log's keeper cannot change it. */
@Command(
        name = "head",
        description = {
            "write the log's head as a checkpoint, to be kept elsewhere",
            "`log verify --head FILE` later shows that nothing before it was changed or cut off."
                    + " Signed where `log.key` is configured."
        })
final class LogHeadVerb extends LogVerb {
    @Option(names = "--out", paramLabel = "FILE", description = "otherwise standard output")
    private Optional<Path> out = Optional.empty();

    LogHeadVerb(Shell shell) {
        super(shell);
    }

    @Override
    protected ExitCode run() {
        try (SqliteDecisionLog log = SqliteDecisionLog.read(logFile())) {
            Checkpoint head = LogTree.of(log).head();
            SignedNote note =
                    config().log()
                            .key()
                            .map(LogWriting::key)
                            .map(key -> key.sign(head))
                            .orElseGet(() -> new SignedNote(head.text(), List.of()));
            write(out, json() ? object(head, note) + "\n" : note.toString());
        }
        return ExitCode.OK;
    }

    private static String object(Checkpoint head, SignedNote note) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("origin", head.origin())
                .put("size", head.size())
                .put("root", head.root().toString())
                .put("checkpoint", note.toString())
                .toString();
    }
}
