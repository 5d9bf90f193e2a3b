package io.praetor.app.cli;

import io.praetor.adapters.sqlite.SqliteDecisionLog;
import io.praetor.app.BadInput;
import io.praetor.app.PolicyArchive;
import io.praetor.app.Replay;
import io.praetor.app.Wiring;
import io.praetor.app.config.Config;
import io.praetor.decision.Explanation;
import io.praetor.decision.Recording.Recorded;
import io.praetor.decision.Released;
import io.praetor.log.ChainedRecord;
import io.praetor.log.LogEntry;
import io.praetor.log.LogEntry.DecisionRecord;
import io.praetor.log.LogEntry.ErasureRecord;
import io.praetor.log.LogEntry.ImportedRecord;
import io.praetor.log.LogEntry.RefusalRecord;
import io.praetor.log.RecordCodec;
import io.praetor.log.RecordId;
import io.praetor.policy.PolicySet;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Explains a recorded decision under the policy that made it, and replays it. */
@Command(
        name = "explain",
        description =
                "explain a recorded decision and replay it; status 1 if it comes out otherwise")
final class Explain extends Verb {
    @Parameters(paramLabel = "ID", description = "the decision's id")
    private String id = "";

    Explain(Shell shell) {
        super(shell);
    }

    @Override
    protected ExitCode run() {
        Config config = config();
        try (SqliteDecisionLog log =
                SqliteDecisionLog.read(config.data().resolve(Wiring.LOG_FILE))) {
            ChainedRecord record =
                    log.find(new RecordId(id))
                            .orElseThrow(
                                    () ->
                                            new BadInput(
                                                    "no decision `%s` in %s"
                                                            .formatted(id, config.data())));
            LogEntry entry = RecordCodec.decode(record.record());
            return switch (entry) {
                case DecisionRecord decision -> explain(record, decision, config);
                case RefusalRecord refused -> {
                    shell.out().println("refused at the door");
                    refused.refusals().forEach(each -> shell.out().println("    " + each));
                    yield ExitCode.OK;
                }
                case ErasureRecord erasure -> {
                    shell.out()
                            .println(
                                    "erased personal parts of %d records: %s (approved by %s)"
                                            .formatted(
                                                    erasure.records().size(),
                                                    erasure.reason(),
                                                    erasure.approver()));
                    yield ExitCode.OK;
                }
                case ImportedRecord _ ->
                        throw new BadInput(
                                "`%s` was imported from another system, which kept no policy"
                                        .formatted(id));
            };
        }
    }

    private ExitCode explain(ChainedRecord chained, DecisionRecord record, Config config) {
        PolicyArchive archive = new PolicyArchive(config.data().resolve(Wiring.POLICY_FOLDER));
        Optional<PolicySet> policy = archive.find(record.policy().hash());
        if (policy.isEmpty()) {
            throw new BadInput(
                    "policy %s %s (%s) is not in the data folder"
                            .formatted(
                                    record.policy().id(),
                                    record.policy().version(),
                                    record.policy().hash()));
        }
        Replay replay =
                Replay.of(record, policy.get())
                        .orElseThrow(() -> new BadInput("its personal parts were erased"));
        Recorded place = new Recorded(chained.sequence(), chained.hash().toString());
        Released released = new Released(replay.recorded(), place);
        show(replay, released);
        return replay.isSame() ? ExitCode.OK : ExitCode.NO;
    }

    private void show(Replay replay, Released released) {
        if (json()) {
            shell.out().println(DecisionJsonText.of(released));
            return;
        }
        DecisionText text = new DecisionText(shell);
        Explanation explanation = Explanation.of(replay.recorded());
        shell.out().println(text.headline(replay.recorded()));
        shell.out().println("    " + explanation.rationale());
        explanation.steps().forEach(step -> shell.out().println("    " + step));
        text.reasons(replay.recorded(), explanation).forEach(shell.out()::println);
        shell.out().println(DecisionText.line("policy", text.policy(replay.recorded())));
        shell.out().println(DecisionText.line("recorded", DecisionText.place(released)));
        shell.out()
                .println(
                        DecisionText.line(
                                "replay",
                                replay.isSame()
                                        ? "the same decision"
                                        : "now %s: the engine changed"
                                                .formatted(replay.judged().effect().label())));
    }
}
