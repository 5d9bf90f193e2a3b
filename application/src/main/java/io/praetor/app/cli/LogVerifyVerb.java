package io.praetor.app.cli;

import io.praetor.adapters.sqlite.SqliteDecisionLog;
import io.praetor.app.BadInput;
import io.praetor.log.Checkpoint;
import io.praetor.log.LogUnavailableException;
import io.praetor.log.LogVerifier;
import io.praetor.log.NoteVerifier;
import io.praetor.log.Outline;
import io.praetor.log.Proof;
import io.praetor.log.ProofJson;
import io.praetor.log.SignedNote;
import io.praetor.log.TreeHead;
import io.praetor.log.Verification;
import io.praetor.log.Verification.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks every record of the log, or one proof without the log. */
@Command(
        name = "verify",
        description = {
            "check every record, head and count; status 1 names the first bad record",
            "With --proof it checks that file and needs no log; add --head, --key or both, so that"
                    + " the proof is about a head that you trust."
        })
final class LogVerifyVerb extends LogVerb {
    @Option(
            names = "--head",
            paramLabel = "FILE",
            description =
                    "a head that was exported earlier and must still hold, or that the proof has"
                            + " to be about; may be repeated")
    private List<Path> heads = List.of();

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description =
                    "the verifier key that exported heads, stored heads and proofs are"
                            + " signed with")
    private Optional<Path> key = Optional.empty();

    @Option(names = "--proof", paramLabel = "FILE", description = "a proof to check instead")
    private Optional<Path> proof = Optional.empty();

    LogVerifyVerb(Shell shell) {
        super(shell);
    }

    @Override
    protected ExitCode run() {
        Optional<NoteVerifier> verifier = key.map(this::verifier);
        return proof.isPresent()
                ? checkProof(parsed(proof.get(), ProofJson::read), verifier)
                : checkLog(verifier);
    }

    private ExitCode checkLog(Optional<NoteVerifier> verifier) {
        List<Checkpoint> anchors = anchors(verifier);
        try (SqliteDecisionLog log = SqliteDecisionLog.inspect(logFile())) {
            Verification verification = verified(log, anchors);
            List<Finding> findings = new ArrayList<>(verification.findings());
            verifier.ifPresent(mine -> findings.addAll(unsigned(log.outline(), mine)));
            return show(verification, findings);
        } catch (LogUnavailableException damaged) {
            if (damaged.isOutOfReach()) {
                throw damaged;
            }
            Finding unreadable =
                    new Finding(0, Optional.empty(), "cannot be read: " + damaged.getMessage());
            shell.out().println(json() ? object(List.of(unreadable)) : text(List.of(unreadable)));
            return ExitCode.NO;
        }
    }

    private List<Checkpoint> anchors(Optional<NoteVerifier> verifier) {
        List<Checkpoint> anchors = new ArrayList<>();
        for (Path head : heads) {
            SignedNote note = head(head);
            if (verifier.isPresent() && !verifier.get().accepts(note)) {
                throw new BadInput(head + ": the head does not carry that key's signature");
            }
            anchors.add(Checkpoint.ofText(note.text()));
        }
        return anchors;
    }

    private Verification verified(SqliteDecisionLog log, List<Checkpoint> anchors) {
        LogVerifier verifier = new LogVerifier(log, log);
        long expected = log.outline().heads().size() * (long) TreeHead.INTERVAL;
        try (Progress progress = new Progress(shell, "verifying records", expected)) {
            return verifier.verify(anchors, progress::reach);
        }
    }

    /** Stored heads that somebody else signed, or nobody although a key was in use before. */
    private static List<Finding> unsigned(Outline outline, NoteVerifier key) {
        List<Finding> findings = new ArrayList<>();
        for (TreeHead head : outline.heads()) {
            String text = new Checkpoint(outline.origin(), head.size(), head.root()).text();
            SignedNote note = new SignedNote(text, head.signature().stream().toList());
            if (!key.accepts(note)) {
                findings.add(
                        new Finding(
                                head.size() - TreeHead.INTERVAL,
                                Optional.empty(),
                                "the head of %d records is not signed by that key"
                                        .formatted(head.size())));
            }
        }
        return findings;
    }

    private ExitCode show(Verification verification, List<Finding> findings) {
        Checkpoint head = verification.head();
        if (json()) {
            ObjectNode object =
                    object(findings)
                            .put("origin", head.origin())
                            .put("records", head.size())
                            .put("root", head.root().toString())
                            .put("erased", verification.erased());
            shell.out().println(object);
        } else if (findings.isEmpty()) {
            shell.out()
                    .println(
                            shell.green("sound: ")
                                    + "%d records, %d erased, head %s"
                                            .formatted(
                                                    head.size(),
                                                    verification.erased(),
                                                    head.root()));
        } else {
            shell.out().println(text(findings));
        }
        return findings.isEmpty() ? ExitCode.OK : ExitCode.NO;
    }

    private String text(List<Finding> findings) {
        StringBuilder text = new StringBuilder();
        findings.forEach(finding -> text.append(finding).append('\n'));
        return text
                + shell.red("damaged: ")
                + "the first bad record is %d".formatted(findings.getFirst().sequence());
    }

    private static ObjectNode object(List<Finding> findings) {
        ObjectNode object = JsonMapper.shared().createObjectNode().put("sound", findings.isEmpty());
        if (!findings.isEmpty()) {
            object.put("first_bad", findings.getFirst().sequence());
        }
        ArrayNode listed = object.putArray("findings");
        for (Finding finding : findings) {
            ObjectNode node = listed.addObject().put("sequence", finding.sequence());
            finding.id().ifPresent(id -> node.put("id", id.value()));
            node.put("problem", finding.problem());
        }
        return object;
    }

    private ExitCode checkProof(Proof checked, Optional<NoteVerifier> verifier) {
        List<String> problems = new ArrayList<>(checked.problems());
        List<Checkpoint> shown =
                checked.heads().stream().map(note -> Checkpoint.ofText(note.text())).toList();
        for (Checkpoint anchor : anchors(verifier)) {
            if (!shown.contains(anchor)) {
                problems.add(
                        "the proof is not about the head of %d records, root %s"
                                .formatted(anchor.size(), anchor.root()));
            }
        }
        if (verifier.isPresent() && !checked.isSignedBy(verifier.get())) {
            problems.add("a head does not carry that key's signature");
        }
        if (json()) {
            ObjectNode object =
                    JsonMapper.shared().createObjectNode().put("holds", problems.isEmpty());
            ArrayNode listed = object.putArray("problems");
            problems.forEach(listed::add);
            shell.out().println(object);
        } else if (problems.isEmpty()) {
            shell.out().println(shell.green("the proof holds: ") + claim(checked));
        } else {
            problems.forEach(problem -> shell.out().println(shell.red("refuted: ") + problem));
        }
        return problems.isEmpty() ? ExitCode.OK : ExitCode.NO;
    }

    private static String claim(Proof proof) {
        return switch (proof) {
            case Proof.Inclusion inclusion ->
                    "record %d `%s` is in the log whose head is%n%s"
                            .formatted(
                                    inclusion.record().sequence(),
                                    inclusion.record().record().id(),
                                    inclusion.head().text().strip());
            case Proof.Consistency consistency ->
                    "the log with head%n%s%nis the beginning of the one with head%n%s"
                            .formatted(
                                    consistency.older().text().strip(),
                                    consistency.newer().text().strip());
        };
    }
}
