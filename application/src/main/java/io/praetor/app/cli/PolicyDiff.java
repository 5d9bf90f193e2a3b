package io.praetor.app.cli;

import io.praetor.policy.library.PolicyChanges;
import io.praetor.policy.library.PolicyChanges.Change;
import io.praetor.policy.library.PolicyChanges.FieldChange;
import io.praetor.situation.Labels;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Says what two policies differ in, in what they mean. */
@Command(
        name = "diff",
        description = {
            "say what is added, removed and changed between two policy files",
            "Comments and the order of lists are no difference."
        })
final class PolicyDiff extends Verb {
    @Parameters(index = "0", paramLabel = "BEFORE", description = "a policy file")
    private String before = "";

    @Parameters(index = "1", paramLabel = "AFTER", description = "a policy file")
    private String after = "";

    PolicyDiff(Shell shell) {
        super(shell);
    }

    @Override
    protected ExitCode run() {
        PolicyChanges changes =
                PolicyChanges.between(
                        PolicyInput.policy(shell, before), PolicyInput.policy(shell, after));
        changes.changes()
                .forEach(change -> shell.out().println(json() ? object(change) : text(change)));
        if (changes.changes().isEmpty() && !json()) {
            shell.out().println("no difference");
        }
        return ExitCode.OK;
    }

    private String text(Change change) {
        String head =
                "%s %s %s"
                        .formatted(Labels.of(change.kind()), Labels.of(change.part()), change.id());
        StringBuilder text =
                new StringBuilder(
                        switch (change.kind()) {
                            case ADDED -> shell.green(head);
                            case REMOVED -> shell.red(head);
                            case CHANGED -> shell.yellow(head);
                        });
        change.fields().stream()
                .map(field -> "\n  " + text(change.kind(), field))
                .forEach(text::append);
        return text.toString();
    }

    private static String text(PolicyChanges.Kind kind, FieldChange field) {
        String name = field.field().isEmpty() ? "" : field.field() + ": ";
        return name
                + switch (kind) {
                    case ADDED -> field.after();
                    case REMOVED -> field.before();
                    case CHANGED -> shown(field.before()) + " -> " + shown(field.after());
                };
    }

    private static String shown(String value) {
        return value.isEmpty() ? "(none)" : value;
    }

    private static String object(Change change) {
        ObjectNode object =
                JsonMapper.shared()
                        .createObjectNode()
                        .put("kind", Labels.of(change.kind()))
                        .put("part", Labels.of(change.part()))
                        .put("id", change.id());
        ArrayNode fields = object.putArray("fields");
        change.fields()
                .forEach(
                        field ->
                                fields.addObject()
                                        .put("field", field.field())
                                        .put("before", field.before())
                                        .put("after", field.after()));
        return object.toString();
    }
}
