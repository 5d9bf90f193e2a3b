package io.praetor.app.cli;

import io.praetor.app.Doctor;
import io.praetor.app.Doctor.Check;
import io.praetor.app.Models;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Says what is there, what is missing, and the exact next command. */
@Command(
        name = "doctor",
        description = "what is there, what is missing, and the exact next command; status 1 if so")
final class DoctorVerb extends Verb {
    DoctorVerb(Shell shell) {
        super(shell);
    }

    @Override
    protected ExitCode run() {
        List<Check> checks =
                new Doctor(config(), shell.installation(), new Models(Map.of()), shell.parts())
                        .checks();
        boolean isWell = checks.stream().allMatch(Check::isOk);
        if (json()) {
            shell.out().println(object(checks, isWell));
        } else {
            checks.forEach(check -> shell.out().println(line(check)));
        }
        return isWell ? ExitCode.OK : ExitCode.NO;
    }

    private String line(Check check) {
        String mark = check.isOk() ? shell.green("ok     ") : shell.red("missing");
        String next = check.next().isEmpty() ? "" : "; next: " + check.next();
        return "%s %-10s %s%s".formatted(mark, check.name(), check.said(), next);
    }

    private static ObjectNode object(List<Check> checks, boolean isWell) {
        ObjectNode object = JsonMapper.shared().createObjectNode().put("ok", isWell);
        ArrayNode listed = object.putArray("checks");
        for (Check check : checks) {
            ObjectNode node =
                    listed.addObject()
                            .put("name", check.name())
                            .put("ok", check.isOk())
                            .put("said", check.said());
            if (!check.next().isEmpty()) {
                node.put("next", check.next());
            }
        }
        return object;
    }
}
